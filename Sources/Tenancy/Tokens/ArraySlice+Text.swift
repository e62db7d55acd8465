extension ArraySlice<UInt8> {
    /// Without the white space at either end.
    var trimmed: ArraySlice<UInt8> {
        guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank }) else {
            return self[endIndex...]
        }
        return self[first...last]
    }

    /// Whether it is a number: digits only, at least one.
    var isDigitsOnly: Bool { !isEmpty && allSatisfy(\.isDigit) }

    /// What follows `prefix`, or nil when it does not begin with it.
    func dropping(_ prefix: StaticString) -> ArraySlice<UInt8>? {
        let bytes = prefix.description.utf8
        return starts(with: bytes) ? dropFirst(bytes.count) : nil
    }

    /// Takes everything before the next `separator`, and the separator, off the front; nil where there is none.
    mutating func takePiece(before separator: UInt8) -> ArraySlice<UInt8>? {
        guard let end = firstIndex(of: separator) else { return nil }
        defer { self = self[(end + 1)...] }
        return self[..<end]
    }
}
