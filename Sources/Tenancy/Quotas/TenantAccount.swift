/// What the running calls of a tenant hold together.
struct TenantAccount: Sendable, Equatable {
    private(set) var instances = 0
    private(set) var memoryBytes = 0

    mutating func add(_ bytes: Int) {
        instances += 1
        memoryBytes += bytes
    }

    mutating func remove(_ bytes: Int) {
        precondition(instances > 0 && memoryBytes >= bytes, "more was given back than was held")
        instances -= 1
        memoryBytes -= bytes
    }

    /// Why a further call that reserves so much may not run; nil when it may.
    func refusal(of bytes: Int, _ limits: AdmissionLimits) -> AdmissionRefusal? {
        if instances >= limits.instancesPerTenant { return .tenantInstances }
        // Subtracted rather than added: no sum of what callers name can overflow.
        return bytes > limits.memoryBytesPerTenant - memoryBytes ? .tenantMemory : nil
    }
}
