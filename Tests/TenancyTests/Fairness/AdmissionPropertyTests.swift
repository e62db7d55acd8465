import TestSupport
import Testing

@testable import Tenancy

@Suite struct AdmissionPropertyTests {
    @Test func `no order of requests, ends, withdrawals and deadlines breaks a limit, idles a slot or loses a byte`() {
        var generator = SeededGenerator(seed: 14)
        for round in 0..<150 {
            let limits = AdmissionLimits(
                slots: .random(in: 1...6, using: &generator), waiting: .random(in: 0...8, using: &generator),
                instancesPerTenant: .random(in: 1...4, using: &generator),
                memoryBytesPerTenant: .random(in: 0...100, using: &generator))
            let weights = [TenantID(0): Int.random(in: 1...5, using: &generator), TenantID(3): 2]
            var queue = AdmissionQueue<Int>(limits: limits, weights: weights)
            var model = AdmissionModel(limits: limits, weights: weights)
            var now: UInt64 = 0
            for call in 0..<300 {
                now += UInt64.random(in: 0..<4, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0...2:
                    let tenant = TenantID(UInt64.random(in: 0..<4, using: &generator))
                    let entry = AdmissionModel.Entry(
                        call: call, bytes: .random(in: 0...60, using: &generator),
                        deadline: Bool.random(using: &generator) ? .max : now + .random(in: 1..<80, using: &generator))
                    let decision = queue.request(
                        call, tenant: tenant, memoryBytes: entry.bytes, deadline: entry.deadline)
                    guard model.accepts(decision, on: entry, of: tenant) else {
                        Issue.record("round \(round), call \(call): \(decision)")
                        return
                    }
                case 3:
                    let ending = model.running.values.joined().map(\.call).sorted().randomElement(using: &generator)
                    let isReleased = queue.release(ending ?? -1)
                    #expect(isReleased == (ending != nil))
                    if let ending { model.forget(ending) }
                default:
                    let leaving = model.lines.values.joined().map(\.call).sorted().randomElement(using: &generator)
                    let isWithdrawn = queue.withdraw(leaving ?? -1)
                    #expect(isWithdrawn == (leaving != nil))
                    if let leaving { model.forget(leaving) }
                }
                var turn: AdmissionQueue<Int>.Turn?
                repeat {
                    turn = queue.next(now: now)
                    guard model.accepts(turn, now: now) else {
                        Issue.record("round \(round), call \(call): \(String(describing: turn))")
                        return
                    }
                } while turn != nil
                guard compare(queue, model) else {
                    Issue.record("round \(round), call \(call): sums differ")
                    return
                }
            }
            for call in model.running.values.joined().map(\.call) { queue.release(call) }
            for call in model.lines.values.joined().map(\.call) { queue.withdraw(call) }
            #expect(queue.taken == 0 && queue.waiting == 0 && queue.entries.isEmpty)
            #expect((0..<4).allSatisfy { queue.usage(of: TenantID(UInt64($0))).memoryBytes == 0 })
        }
    }

    private func compare(_ queue: AdmissionQueue<Int>, _ model: AdmissionModel) -> Bool {
        let limits = queue.limits
        guard queue.taken == model.taken, queue.waiting == model.waiting, queue.taken <= limits.slots,
            queue.waiting <= limits.waiting
        else { return false }
        return (UInt64(0)..<4).allSatisfy { number in
            let usage = queue.usage(of: TenantID(number))
            return usage.instances == model.running[TenantID(number)]?.count ?? 0
                && usage.memoryBytes == model.bytes(of: TenantID(number))
                && usage.waiting == model.lines[TenantID(number)]?.count ?? 0
                && usage.instances <= limits.instancesPerTenant && usage.memoryBytes <= limits.memoryBytesPerTenant
        }
    }
}
