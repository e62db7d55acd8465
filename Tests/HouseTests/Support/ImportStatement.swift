/// The modules that a line of Swift imports.
enum ImportStatement {
    /// - Returns: the names of the top-level modules, for example `["NIOCore"]` for `public import struct NIOCore.ByteBuffer`.
    static func modules(in line: Substring) -> [String] {
        guard line.contains("import") else { return [] }
        return line.split(separator: ";").compactMap(module)
    }

    private static func module(in statement: Substring) -> String? {
        let form =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func|actor)\s+)?`?(\w+)/
        return statement.firstMatch(of: form).map { String($0.1) }
    }
}
