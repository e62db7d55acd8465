import TestSupport
import Testing

@testable import Compute

@Suite struct RoundRobinTests {
    @Test func `tenants take turns and each keeps its order`() {
        var waiting = RoundRobin<String>()
        for element in ["a1", "a2", "a3"] { waiting.append(element, of: 1) }
        for element in ["b1", "b2"] { waiting.append(element, of: 2) }
        waiting.append("c1", of: 3)
        let order = (0..<7).map { _ in waiting.popFirst() }
        #expect(order == ["a1", "b1", "c1", "a2", "b2", "a3", nil])
    }

    @Test func `what is taken out of the middle leaves the turns of the others alone`() {
        var waiting = RoundRobin<String>()
        for (tenant, element) in [(1, "a1"), (2, "b1"), (1, "a2"), (3, "c1")] {
            waiting.append(element, of: UInt64(tenant))
        }
        let removed = [
            waiting.removeFirst(of: 2) { $0 == "b1" }, waiting.removeFirst(of: 2) { $0 == "b1" },
            waiting.removeFirst(of: 1) { $0 == "a1" }, waiting.removeFirst(of: 3) { $0 == "a2" },
        ]
        #expect(removed == ["b1", nil, "a1", nil])
        #expect(waiting.count == 2)
        waiting.append("b2", of: 2)
        let order = (0..<4).map { _ in waiting.popFirst() }
        #expect(order == ["a2", "c1", "b2", nil])
    }

    @Test(arguments: 0..<30) func `whoever waits sees each other tenant at most once before it`(_ seed: Int) {
        var random = SeededGenerator(seed: seed)
        var waiting = RoundRobin<Int>()
        /// For each element at the front of its tenant: how often others were served since it came there.
        var overtaken: [UInt64: [UInt64: Int]] = [:]
        var tenants: [UInt64: [Int]] = [:]
        for step in 0..<1_000 {
            let tenant = UInt64.random(in: 0..<5, using: &random)
            if Bool.random(using: &random) {
                waiting.append(step, of: tenant)
                if tenants[tenant, default: []].isEmpty { overtaken[tenant] = [:] }
                tenants[tenant, default: []].append(step)
            } else if let element = waiting.popFirst() {
                guard let served = tenants.first(where: { $0.value.first == element })?.key else {
                    Issue.record("\(element) was not the first of its tenant")
                    return
                }
                tenants[served]?.removeFirst()
                overtaken[served] = [:]
                for other in tenants.keys where other != served && tenants[other]?.isEmpty == false {
                    overtaken[other, default: [:]][served, default: 0] += 1
                    #expect(overtaken[other]?[served] ?? 0 <= 1)
                }
            }
            #expect(waiting.count == tenants.values.reduce(0) { $0 + $1.count })
            #expect(waiting.count(of: tenant) == tenants[tenant]?.count ?? 0)
        }
    }
}
