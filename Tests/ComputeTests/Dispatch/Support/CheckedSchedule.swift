@testable import Compute

/// A schedule beside the plainest account of what it must do; each step that they disagree on is a violation.
struct CheckedSchedule {
    enum Step: CaseIterable {
        case enqueueA
        case enqueueB
        case next
        case finishA
        case finishB
        case waitA
        case endA
    }

    private struct Account {
        var pending: [Int] = []
        var running: Int?
        var accepted: Set<Int> = []
        var waiters: Set<Int> = []
        var isEnding = false
        var isOver = false

        var outstanding: Int { pending.count + (running == nil ? 0 : 1) }
    }

    private var schedule: LaunchSchedule<Int, Int>
    private var accounts: [UInt64: Account] = [:]
    private var lastName = 0
    private(set) var violations: [String] = []

    /// - Parameter tenants: the tenant of each stream; streams are named from 0 on.
    init(permits: Int, outstandingLimit: Int, tenants: [UInt64]) {
        schedule = LaunchSchedule(permits: permits, outstandingLimit: outstandingLimit)
        for (stream, tenant) in tenants.enumerated() {
            schedule.open(UInt64(stream), tenant: tenant)
            accounts[UInt64(stream)] = Account()
        }
    }

    mutating func take(_ step: Step) {
        switch step {
        case .enqueueA: enqueue(0)
        case .enqueueB: enqueue(1)
        case .next: _ = next()
        case .finishA: finish(0)
        case .finishB: finish(1)
        case .waitA: wait(0)
        case .endA: end(0)
        }
    }

    mutating func enqueue(_ stream: UInt64) {
        lastName += 1
        let admission = schedule.enqueue(lastName, on: stream, at: 0)
        guard var account = accounts[stream], !account.isEnding, !account.isOver else {
            return expect(admission == .refused, "a stream that has ended took a launch")
        }
        account.pending.append(lastName)
        let isAccepted = account.outstanding <= schedule.outstandingLimit
        if isAccepted { account.accepted.insert(lastName) }
        expect(admission == (isAccepted ? .accepted : .waiting), "\(admission) with \(account.outstanding) outstanding")
        accounts[stream] = account
    }

    /// - Returns: the stream that has its turn.
    mutating func next() -> UInt64? {
        let wasRunning = running
        let ready = accounts.filter { $0.value.running == nil && !$0.value.pending.isEmpty }
        let isPermitFree = schedule.usedPermits < schedule.permits
        guard let start = schedule.next() else {
            expect(!isPermitFree || ready.isEmpty, "a launch waits while a permit is free")
            return nil
        }
        expect(isPermitFree, "a launch started without a permit")
        guard let stream = ready.first(where: { $0.value.pending.first == start.launch })?.key else {
            expect(false, "\(start.launch) started out of order")
            return nil
        }
        expect(start.isConcurrent == (wasRunning > 0), "concurrent or not")
        accounts[stream]?.running = start.launch
        accounts[stream]?.pending.removeFirst()
        checkPermits()
        return stream
    }

    /// Ends the launch of a stream, if one runs.
    mutating func finish(_ stream: UInt64) {
        guard var account = accounts[stream], account.running != nil else { return }
        let finish = schedule.finish(stream, at: 0)
        account.running = nil
        let accepted = account.pending.prefix(schedule.outstandingLimit).first { !account.accepted.contains($0) }
        expect(finish.accepted == accepted, "\(finish.accepted as Any) was accepted, not \(accepted as Any)")
        if let accepted { account.accepted.insert(accepted) }
        let isIdle = account.pending.isEmpty
        expect(Set(finish.waiters) == (isIdle ? account.waiters : []), "who waited")
        if isIdle { account.waiters = [] }
        account.isOver = account.isEnding
        expect(finish.isOver == account.isOver, "over or not")
        accounts[stream] = account
        checkPermits()
    }

    mutating func wait(_ stream: UInt64) {
        lastName += 1
        let isIdle = schedule.whenIdle(stream, lastName)
        expect(isIdle == (accounts[stream]?.outstanding == 0), "idle or not")
        if !isIdle { accounts[stream]?.waiters.insert(lastName) }
    }

    mutating func end(_ stream: UInt64) {
        lastName += 1
        let ending = schedule.end(stream, lastName)
        guard var account = accounts[stream], !account.isOver else {
            return expect(ending.isOver && ending.dropped.isEmpty && ending.waiters.isEmpty, "a second end")
        }
        expect(ending.dropped == account.pending, "what was dropped")
        expect(ending.unaccepted == account.pending.filter { !account.accepted.contains($0) }, "what had no place")
        expect(ending.running == account.running, "what is to be stopped")
        expect(ending.isOver == (account.running == nil), "over or not")
        if ending.isOver {
            expect(Set(ending.waiters) == account.waiters, "who waited")
            account.waiters = []
            account.isOver = true
        } else {
            expect(ending.waiters.isEmpty, "waiters called before the last launch has ended")
            account.waiters.insert(lastName)
        }
        account.pending = []
        account.isEnding = true
        accounts[stream] = account
        checkPermits()
    }

    private var running: Int { accounts.values.count { $0.running != nil } }

    private mutating func checkPermits() {
        let running = running
        let waiting = accounts.values.count { $0.running == nil && !$0.pending.isEmpty }
        let (used, told) = (schedule.usedPermits, schedule.waitingStreams)
        expect(used == running, "\(used) permits for \(running) launches")
        expect(running <= schedule.permits, "more launches than permits")
        expect(told == waiting, "\(told) streams wait, not \(waiting)")
    }

    private mutating func expect(_ condition: Bool, _ text: @autoclosure () -> String) {
        if !condition { violations.append(text()) }
    }
}
