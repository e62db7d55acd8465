import Storage

/// A module in the binary format with its digest.
public struct UploadedModule: Sendable {
    /// The module.
    public let bytes: [UInt8]
    /// Its SHA-256.
    public let digest: Digest
}
