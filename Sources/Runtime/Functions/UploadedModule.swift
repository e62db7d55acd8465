import Storage

/// A module in the binary format with its digest.
public struct UploadedModule: Sendable {
    public let bytes: [UInt8]
    public let digest: Digest
}
