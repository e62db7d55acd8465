import Glibc

/// An open file that closes itself.
struct OwnedDescriptor: ~Copyable, Sendable {
    /// The most bytes that one call reads, and that a call after an incomplete write passes.
    private static let chunkBytes = 1 << 20

    let number: CInt
    private let path: String

    /// - Parameters:
    ///   - number: A descriptor that nothing else closes.
    ///   - path: What it refers to, for error texts.
    init(_ number: CInt, path: String) {
        self.number = number
        self.path = path
    }

    deinit {
        close(number)
    }

    /// Writes all of `bytes` at the current position.
    func write(_ bytes: [UInt8]) throws(StorageError) {
        // Nearly always the first call takes everything; only what a short write left over is copied.
        var written = bytes.isEmpty ? 0 : try writeSome(bytes)
        while written < bytes.count {
            written += try writeSome(Array(bytes[written...].prefix(Self.chunkBytes)))
        }
    }

    /// Reads from the current position to the end.
    ///
    /// - Parameter limit: Reading stops with an error before more than this many bytes are held.
    func readAll(limit: Int) throws(StorageError) -> [UInt8] {
        let size = Int(try status().st_size)
        guard size <= limit else { throw StorageError(.corrupt, underlying: "\(path): \(size) bytes") }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: min(max(size, 1), Self.chunkBytes))
        while true {
            let count = read(number, &chunk, chunk.count)
            if count < 0 {
                guard errno == EINTR else { throw .system(errno, call: "read", path: path) }
                continue
            }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else { throw StorageError(.corrupt, underlying: "\(path) grew") }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// Reads the next bytes from the current position: none only at the end, and at most a mebibyte.
    func readSome() throws(StorageError) -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
        while true {
            let count = read(number, &chunk, chunk.count)
            if count >= 0 { return Array(chunk[..<count]) }
            guard errno == EINTR else { throw .system(errno, call: "read", path: path) }
        }
    }

    /// Returns when the file's bytes and size have reached the disk.
    func synchronize() throws(StorageError) {
        while fsync(number) != 0 {
            guard errno == EINTR else { throw .system(errno, call: "fsync", path: path) }
        }
    }

    /// What the system knows about the file.
    func status() throws(StorageError) -> stat {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw .system(errno, call: "fstat", path: path) }
        return status
    }

    private func writeSome(_ bytes: [UInt8]) throws(StorageError) -> Int {
        while true {
            let count = Glibc.write(number, bytes, bytes.count)
            if count > 0 { return count }
            guard count < 0 else { throw .system(EIO, call: "write", path: path) }
            guard errno == EINTR else { throw .system(errno, call: "write", path: path) }
        }
    }
}
