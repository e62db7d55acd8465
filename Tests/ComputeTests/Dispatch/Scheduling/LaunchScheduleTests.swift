import TestSupport
import Testing

@testable import Compute

@Suite struct LaunchScheduleTests {
    private static func schedule(
        permits: Int, limit: Int = 100, tenants: [UInt64]
    ) -> LaunchSchedule<String, String> {
        var schedule = LaunchSchedule<String, String>(permits: permits, outstandingLimit: limit)
        for (stream, tenant) in tenants.enumerated() { schedule.open(UInt64(stream), tenant: tenant) }
        return schedule
    }

    @Test func `a stream's second launch waits for the first although permits are free`() {
        var schedule = Self.schedule(permits: 4, tenants: [0])
        for launch in ["a", "b"] { _ = schedule.enqueue(launch, on: 0, at: 0) }
        var started = [schedule.next()?.launch, schedule.next()?.launch]
        _ = schedule.finish(0, at: 0)
        started.append(schedule.next()?.launch)
        #expect(started == ["a", nil, "b"])
    }

    @Test func `a freed permit goes to the next tenant, and within it to its next stream`() {
        // Tenant 1 has streams 0, 1 and 2; tenant 2 has stream 3; tenant 3 has stream 4.
        var schedule = Self.schedule(permits: 1, tenants: [1, 1, 1, 2, 3])
        for stream in 0..<5 {
            for launch in 0..<2 { _ = schedule.enqueue("\(stream).\(launch)", on: UInt64(stream), at: 0) }
        }
        var order: [String] = []
        while let start = schedule.next() {
            order.append(start.launch)
            let stream = UInt64(start.launch.prefix(1)) ?? 99
            _ = schedule.finish(stream, at: 0)
        }
        #expect(order == ["0.0", "3.0", "4.0", "1.0", "3.1", "4.1", "2.0", "0.1", "1.1", "2.1"])
    }

    @Test func `waiting begins when no launch of the same stream is before it any more`() {
        var schedule = Self.schedule(permits: 1, tenants: [0, 1])
        _ = schedule.enqueue("a1", on: 0, at: 10)
        _ = schedule.enqueue("a2", on: 0, at: 20)
        _ = schedule.enqueue("b1", on: 1, at: 30)
        var since = [schedule.next()?.waitedSince]
        _ = schedule.finish(0, at: 100)
        since.append(schedule.next()?.waitedSince)
        _ = schedule.finish(1, at: 200)
        since.append(schedule.next()?.waitedSince)
        #expect(since == [10, 30, 100])
    }

    @Test func `a launch is concurrent when another was at the device as it started`() {
        var schedule = Self.schedule(permits: 2, tenants: [0, 1])
        for stream in 0..<2 { _ = schedule.enqueue("x", on: UInt64(stream), at: 0) }
        let both = [schedule.next()?.isConcurrent, schedule.next()?.isConcurrent]
        _ = schedule.finish(0, at: 0)
        _ = schedule.enqueue("y", on: 0, at: 0)
        let third = schedule.next()?.isConcurrent
        #expect(both == [false, true] && third == true)
    }

    @Test func `a stream that was never opened, or is over, takes nothing and is idle`() {
        var schedule = Self.schedule(permits: 1, tenants: [0])
        #expect(schedule.end(0, "end").isOver)
        let admissions = [schedule.enqueue("a", on: 0, at: 0), schedule.enqueue("a", on: 7, at: 0)]
        #expect(admissions == [.refused, .refused])
        let idle = [schedule.whenIdle(0, "w"), schedule.whenIdle(7, "w")]
        #expect(idle == [true, true])
    }

    @Test(arguments: [(1, 1), (1, 2), (2, 1), (2, 2)])
    func `every sequence of six steps keeps order, permits, places and waiters`(_ permits: Int, _ limit: Int) {
        var visited = 0
        func visit(_ state: CheckedSchedule, _ depth: Int) -> Bool {
            visited += 1
            guard depth > 0 else { return true }
            for step in CheckedSchedule.Step.allCases {
                var following = state
                following.take(step)
                if !following.violations.isEmpty {
                    Issue.record("after \(step): \(following.violations)")
                    return false
                }
                if !visit(following, depth - 1) { return false }
            }
            return true
        }
        let start = CheckedSchedule(permits: permits, outstandingLimit: limit, tenants: [1, 2])
        #expect(visit(start, 6))
        #expect(visited == 137_257)
    }

    @Test(arguments: 0..<60) func `no random schedule loses or doubles a permit`(_ seed: Int) {
        var random = SeededGenerator(seed: seed)
        let tenants = (0..<8).map { _ in UInt64.random(in: 0..<3, using: &random) }
        var state = CheckedSchedule(
            permits: .random(in: 1...5, using: &random), outstandingLimit: .random(in: 1...4, using: &random),
            tenants: tenants)
        for _ in 0..<1_000 {
            let stream = UInt64.random(in: 0..<8, using: &random)
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<40: state.enqueue(stream)
            case 40..<70: _ = state.next()
            case 70..<94: state.finish(stream)
            case 94..<99: state.wait(stream)
            default: state.end(stream)
            }
        }
        for stream in 0..<UInt64(8) {
            state.end(stream)
            state.finish(stream)
        }
        #expect(state.violations == [])
    }

    @Test(arguments: 0..<30)
    func `with one permit no tenant waits for two launches of another one`(_ seed: Int) {
        var random = SeededGenerator(seed: seed)
        let tenants = (0..<9).map { UInt64($0 % 4) }
        var state = CheckedSchedule(permits: 1, outstandingLimit: 50, tenants: tenants)
        var pending = [Int](repeating: 0, count: 9)
        /// For each tenant that waits: whose launches went before it.
        var before: [UInt64: [UInt64]] = [:]
        for _ in 0..<600 {
            let stream = Int.random(in: 0..<9, using: &random)
            if Int.random(in: 0..<3, using: &random) > 0 {
                state.enqueue(UInt64(stream))
                pending[stream] += 1
                if before[tenants[stream]] == nil { before[tenants[stream]] = [] }
            } else if let started = state.next().map(Int.init) {
                state.finish(UInt64(started))
                pending[started] -= 1
                let tenant = tenants[started]
                let stillWaits = (0..<9).contains { tenants[$0] == tenant && pending[$0] > 0 }
                before[tenant] = stillWaits ? [] : nil
                for other in before.keys where other != tenant { before[other]?.append(tenant) }
                for (waiting, others) in before {
                    #expect(Set(others).count == others.count, "tenant \(waiting) waited for \(others)")
                }
            }
        }
        #expect(state.violations == [])
    }
}
