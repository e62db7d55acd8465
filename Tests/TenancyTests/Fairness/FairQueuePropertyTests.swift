import TestSupport
import Testing

@testable import Tenancy

@Suite struct FairQueuePropertyTests {
    @Test func `in saturation every tenant has its weight's share of any number of turns, give or take one`() {
        var generator = SeededGenerator(seed: 12)
        for round in 0..<60 {
            let tenants = (0..<Int.random(in: 1...12, using: &generator)).map { TenantID(UInt64($0)) }
            let most = round % 3 == 0 ? 1_000 : 9
            let weights = tenants.map { _ in Int.random(in: 1...most, using: &generator) }
            var queue = FairQueue<Int>()
            var next = 0
            for (tenant, weight) in zip(tenants, weights) {
                for _ in 0..<2 {
                    queue.append(next, tenant: tenant, weight: weight)
                    next += 1
                }
            }
            let total = Double(weights.reduce(0, +))
            var counts = Array(repeating: 0, count: tenants.count)
            for turns in 1...3_000 {
                guard let turn = queue.popFirst() else {
                    Issue.record("a turn is missing")
                    return
                }
                let index = Int(turn.tenant.rawValue)
                counts[index] += 1
                queue.append(next, tenant: turn.tenant, weight: weights[index])
                next += 1
                for (count, weight) in zip(counts, weights) {
                    let share = Double(turns) * Double(weight) / total
                    if abs(Double(count) - share) > 1.000_001 {
                        Issue.record("\(count) turns of \(share), weights \(weights)")
                        return
                    }
                }
            }
        }
    }

    /// The lines, without any order between them.
    private struct Model {
        var lines: [TenantID: [(element: Int, deadline: UInt64)]] = [:]
        var suspended: Set<TenantID> = []

        var count: Int { lines.values.reduce(0) { $0 + $1.count } }
        var firstDeadline: UInt64 { lines.values.joined().map(\.deadline).min() ?? .max }

        mutating func remove(_ element: Int, _ tenant: TenantID) {
            lines[tenant]?.removeAll { $0.element == element }
            if lines[tenant]?.isEmpty == true {
                lines[tenant] = nil
                suspended.remove(tenant)
            }
        }
    }

    @Test func `whatever happens, nothing is lost, doubled, out of line or given to who may not have it`() {
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<60 {
            var queue = FairQueue<Int>()
            var model = Model()
            var now: UInt64 = 0
            for element in 0..<600 {
                let tenant = TenantID(UInt64.random(in: 0..<5, using: &generator))
                switch Int.random(in: 0..<9, using: &generator) {
                case 0...3:
                    let deadline =
                        Bool.random(using: &generator) ? .max : now + UInt64.random(in: 0..<60, using: &generator)
                    queue.append(
                        element, tenant: tenant, weight: .random(in: 1...4, using: &generator), deadline: deadline)
                    model.lines[tenant, default: []].append((element, deadline))
                case 4, 5:
                    now += UInt64.random(in: 0..<5, using: &generator)
                    check(queue.popFirst(now: now), &model, now)
                case 6:
                    let line = model.lines[tenant] ?? []
                    let leaving = line.randomElement(using: &generator)?.element ?? -1
                    let isRemoved = queue.remove(leaving, tenant: tenant)
                    #expect(isRemoved == (leaving >= 0))
                    model.remove(leaving, tenant)
                case 7:
                    let last = queue.popLast(of: tenant)
                    #expect(last == model.lines[tenant]?.last?.element)
                    if let last { model.remove(last, tenant) }
                default:
                    let isSuspended = Bool.random(using: &generator)
                    queue.setSuspended(isSuspended, tenant)
                    if !isSuspended {
                        model.suspended.remove(tenant)
                    } else if model.lines[tenant] != nil {
                        model.suspended.insert(tenant)
                    }
                }
                #expect(queue.count == model.count)
                #expect(queue.first(of: tenant) == model.lines[tenant]?.first?.element)
            }
        }
    }

    private func check(_ turn: FairQueue<Int>.Turn?, _ model: inout Model, _ now: UInt64) {
        guard let turn else {
            #expect(model.firstDeadline > now)
            #expect(model.lines.keys.allSatisfy(model.suspended.contains))
            return
        }
        let line = model.lines[turn.tenant] ?? []
        if turn.isExpired {
            #expect(line.contains { $0.element == turn.element && $0.deadline <= now })
        } else {
            #expect(model.firstDeadline > now)
            #expect(line.first?.element == turn.element && !model.suspended.contains(turn.tenant))
        }
        model.remove(turn.element, turn.tenant)
    }
}
