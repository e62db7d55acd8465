@testable import Tenancy

/// Admission by counting, without any order between tenants: what is right is recomputed each time from the lists.
struct AdmissionModel {
    struct Entry {
        let call: Int
        let bytes: Int
        let deadline: UInt64
    }

    let limits: AdmissionLimits
    let weights: [TenantID: Int]
    var running: [TenantID: [Entry]] = [:]
    var lines: [TenantID: [Entry]] = [:]

    init(limits: AdmissionLimits, weights: [TenantID: Int]) {
        self.limits = limits
        self.weights = weights
    }

    var taken: Int { running.values.reduce(0) { $0 + $1.count } }
    var waiting: Int { lines.values.reduce(0) { $0 + $1.count } }

    func bytes(of tenant: TenantID) -> Int { (running[tenant] ?? []).reduce(0) { $0 + $1.bytes } }

    func refusal(_ tenant: TenantID, _ bytes: Int) -> AdmissionRefusal? {
        if running[tenant]?.count ?? 0 >= limits.instancesPerTenant { return .tenantInstances }
        return self.bytes(of: tenant) + bytes > limits.memoryBytesPerTenant ? .tenantMemory : nil
    }

    /// Tenants whose next call could run.
    var eligible: [TenantID] {
        lines.filter { tenant, line in line.first.map { refusal(tenant, $0.bytes) == nil } ?? false }.map(\.key)
    }

    func weight(_ tenant: TenantID) -> Double { Double(weights[tenant] ?? 1) }

    /// Whether a decision on a call is right; follows it if so.
    mutating func accepts(_ decision: AdmissionQueue<Int>.Decision, on entry: Entry, of tenant: TenantID) -> Bool {
        if let refusal = refusal(tenant, entry.bytes) { return decision == .refused(refusal) }
        let held = lines[tenant]?.count ?? 0
        if taken < limits.slots {
            guard held == 0 else { return decision == .refused(.tenantMemory) }
            running[tenant, default: []].append(entry)
            return decision == .admitted
        }
        if waiting < limits.waiting {
            lines[tenant, default: []].append(entry)
            return decision == .waiting(pushedOut: nil)
        }
        let most = lines.map { Double($0.value.count) / weight($0.key) }.max() ?? 0
        if Double(held + 1) / weight(tenant) < most {
            guard case .waiting(let pushed?) = decision,
                let (greedy, line) = lines.first(where: { $0.value.last?.call == pushed })
            else { return false }
            lines[greedy]?.removeLast()
            lines[tenant, default: []].append(entry)
            return Double(line.count) / weight(greedy) == most
        }
        var competing = Set(lines.filter { !$0.value.isEmpty }.keys)
        competing.insert(tenant)
        let share = Double(limits.waiting) * weight(tenant) / competing.reduce(0) { $0 + weight($1) }
        return decision == .refused(Double(held) > share + 1e-9 ? .tenantWaiting : .waitingRoomFull)
    }

    /// Whether a turn is right; follows it if so.
    mutating func accepts(_ turn: AdmissionQueue<Int>.Turn?, now: UInt64) -> Bool {
        let expired = lines.values.joined().contains { $0.deadline <= now }
        guard let turn else { return !expired && (taken == limits.slots || eligible.isEmpty) }
        guard let (tenant, line) = lines.first(where: { $0.value.contains { $0.call == turn.call } }),
            let entry = line.first(where: { $0.call == turn.call })
        else { return false }
        let isRight =
            turn.isExpired
            ? entry.deadline <= now
            : !expired && taken < limits.slots && line[0].call == turn.call && eligible.contains(tenant)
        lines[tenant]?.removeAll { $0.call == turn.call }
        if !turn.isExpired { running[tenant, default: []].append(entry) }
        return isRight
    }

    mutating func forget(_ call: Int) {
        for tenant in running.keys { running[tenant]?.removeAll { $0.call == call } }
        for tenant in lines.keys { lines[tenant]?.removeAll { $0.call == call } }
    }
}
