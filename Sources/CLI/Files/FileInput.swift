import SystemPackage

/// Reads files and pipes whole, within a limit.
enum FileInput {
    /// - Parameters:
    ///   - path: a path, or `-` for the process's standard input.
    ///   - limit: the greatest number of bytes.
    /// - Throws: ``CommandError`` when the file cannot be read or is larger.
    static func read(_ path: String, limit: Int) throws(CommandError) -> [UInt8] {
        let bytes: [UInt8]
        do {
            if path == "-" {
                bytes = try contents(of: .standardInput, atMost: limit + 1)
            } else {
                let descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
                bytes = try descriptor.closeAfter { try contents(of: descriptor, atMost: limit + 1) }
            }
        } catch {
            throw .badInput("cannot read \(path): \(error)")
        }
        guard bytes.count <= limit else { throw .badInput("\(path) is larger than \(limit) bytes") }
        return bytes
    }

    /// The first bytes. A device or a pipe has no size to ask for beforehand, so the reading is bounded.
    private static func contents(of descriptor: FileDescriptor, atMost limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count < limit {
            // The descriptor reads into raw memory only; the buffer is passed on whole and does not leave the closure.
            let count = try chunk.withUnsafeMutableBytes { try descriptor.read(into: $0) }
            if count == 0 { break }
            bytes += chunk.prefix(count)
        }
        return bytes
    }

    /// A file's name without its directories and its extension.
    static func baseName(of path: String) -> String {
        let file = FilePath(path).lastComponent
        return file?.stem ?? path
    }
}
