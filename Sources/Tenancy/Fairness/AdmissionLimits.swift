/// How many calls may run and wait.
public struct AdmissionLimits: Sendable, Equatable {
    /// Calls of the node that run at once, at least 1.
    public var slots: Int
    /// Calls of the node that wait, at least 0.
    public var waiting: Int
    /// Calls of a tenant that run at once, at least 1.
    public var instancesPerTenant: Int
    /// Linear memory that the running calls of a tenant reserve together, in bytes, at least 0.
    public var memoryBytesPerTenant: Int

    /// Makes limits; a tenant is bounded by the node alone unless told otherwise.
    public init(slots: Int, waiting: Int, instancesPerTenant: Int = .max, memoryBytesPerTenant: Int = .max) {
        precondition(slots > 0 && waiting >= 0 && instancesPerTenant > 0 && memoryBytesPerTenant >= 0)
        self.slots = slots
        self.waiting = waiting
        self.instancesPerTenant = instancesPerTenant
        self.memoryBytesPerTenant = memoryBytesPerTenant
    }
}
