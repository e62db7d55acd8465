/// The rules for a function's name.
enum FunctionName {
    /// Bytes of the longest name.
    static let byteLimit = 256

    /// - Throws: ``RuntimeError/invalidName(_:)`` telling the rule that is broken.
    static func check(_ name: String) throws(RuntimeError) {
        if name.isEmpty || name.utf8.count > byteLimit {
            throw .invalidName("a name has 1 to \(byteLimit) bytes")
        }
        if name.allSatisfy(\.isWhitespace) { throw .invalidName("a name must not be blank") }
        if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            throw .invalidName("a name must not hold control characters")
        }
    }
}
