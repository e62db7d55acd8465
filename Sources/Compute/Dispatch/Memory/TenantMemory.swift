/// Bytes of device memory that each tenant has, and what each may have.
struct TenantMemory {
    /// Bytes that a tenant may have; `nil` for no bound beside those of its instances.
    let limit: Int?
    private var usedBytes: [UInt64: Int] = [:]

    init(limit: Int?) { self.limit = limit }

    func used(by tenant: UInt64) -> Int { usedBytes[tenant] ?? 0 }

    /// - Throws: `quotaExceeded` when the tenant would have more than it may; then nothing is charged.
    mutating func charge(_ bytes: Int, to tenant: UInt64) throws(ComputeError) {
        let used = used(by: tenant)
        if let limit, bytes > limit - used {
            throw ComputeError(
                .quotaExceeded,
                "\(bytes) bytes of device memory are asked for; the tenant has \(used) of its \(limit) bytes")
        }
        usedBytes[tenant] = used + bytes
    }

    mutating func giveBack(_ bytes: Int, of tenant: UInt64) {
        let left = used(by: tenant) - bytes
        precondition(left >= 0, "device memory was given back twice")
        usedBytes[tenant] = left == 0 ? nil : left
    }
}
