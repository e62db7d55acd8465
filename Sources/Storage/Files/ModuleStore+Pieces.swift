import Glibc

extension ModuleStore {
    /// Reads a module in pieces of at most a mebibyte, and verifies at the end that they are what was stored.
    ///
    /// - Throws: ``StorageError/Code/notFound`` when there is no such file, ``StorageError/Code/corrupt`` when it is not
    ///   what was stored, or what `body` throws.
    func readPieces(_ digest: Digest, _ body: ([UInt8]) throws -> Void) throws {
        let name = Self.fileName(of: digest)
        let missing = StorageError(.notFound, underlying: "\(path(of: digest)) is missing")
        let shardName = String(digest.hex.prefix(2))
        guard try directory.status(of: shardName) != nil else { throw missing }
        let shard = try directory.subdirectory(shardName)
        guard try shard.status(of: name) != nil else { throw missing }
        guard shard.isRegularFile(name) else {
            throw StorageError(.corrupt, underlying: "\(path(of: digest)) is no regular file")
        }
        let file = try shard.file(name, flags: O_RDONLY)
        var computation = DigestComputation()
        while true {
            let bytes = try file.readSome()
            guard !bytes.isEmpty else { break }
            computation.add(bytes)
            try body(bytes)
        }
        guard computation.digest == digest else {
            throw StorageError(.corrupt, underlying: "\(path(of: digest)): the SHA-256 of its content is another")
        }
    }

    /// Writes a module from pieces, and returns when it has reached the disk under its name.
    ///
    /// Only for a directory that nobody else knows yet: a module that is not complete has its name already.
    ///
    /// - Parameter next: Gives the next piece; nil at the end.
    /// - Throws: ``StorageError/Code/corrupt`` when the pieces are not the module, the disk's failure, or what `next`
    ///   throws.
    func writePieces(_ digest: Digest, _ next: () throws -> [UInt8]?) throws {
        let shard = try directory.makeSubdirectory(String(digest.hex.prefix(2)))
        let file = try shard.file(Self.fileName(of: digest), flags: O_WRONLY | O_CREAT | O_EXCL)
        var computation = DigestComputation()
        while let bytes = try next() {
            computation.add(bytes)
            try file.write(bytes)
        }
        guard computation.digest == digest else {
            throw StorageError(.corrupt, underlying: "the module \(digest) is missing or damaged")
        }
        try file.synchronize()
        try shard.synchronize()
    }
}
