import Tenancy

/// A deployed function, without its module's bytes.
public struct FunctionRecord: Sendable, Equatable {
    /// The function's identity.
    public var id: FunctionID

    /// The tenant that deployed it and alone sees it.
    public var tenant: TenantID

    /// The name its tenant gave it; several functions may share one.
    public var name: String

    /// The digest of its module.
    public var digest: Digest

    /// The size of its module in bytes.
    public var sizeBytes: Int

    /// The functions its module exports.
    public var exports: [ExportSignature]

    /// When it was deployed, in milliseconds since the Unix epoch.
    public var createdUnixMilliseconds: Int64

    /// Makes a record of its parts.
    public init(
        id: FunctionID,
        tenant: TenantID,
        name: String,
        digest: Digest,
        sizeBytes: Int,
        exports: [ExportSignature],
        createdUnixMilliseconds: Int64
    ) {
        self.id = id
        self.tenant = tenant
        self.name = name
        self.digest = digest
        self.sizeBytes = sizeBytes
        self.exports = exports
        self.createdUnixMilliseconds = createdUnixMilliseconds
    }
}
