/// What a tenant uses of the node at a moment.
public struct TenantUsage: Sendable, Equatable {
    /// Its share where tenants compete, in ``FairnessLimits/weights``.
    public let weight: Int
    /// Calls that run.
    public let instances: Int
    /// Linear memory that its running calls reserve, in bytes.
    public let memoryBytes: Int
    /// Calls that wait.
    public let waiting: Int
}
