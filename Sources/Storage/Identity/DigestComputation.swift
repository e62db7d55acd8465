import Crypto

/// Computes a digest of bytes that come in pieces.
struct DigestComputation {
    private var hash = SHA256()

    mutating func add(_ bytes: [UInt8]) {
        hash.update(data: bytes)
    }

    /// The digest of all bytes so far.
    var digest: Digest { Digest(hash.finalize()) }
}
