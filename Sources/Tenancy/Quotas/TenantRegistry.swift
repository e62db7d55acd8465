import Synchronization

/// The calls and quotas of all tenants: an ``AdmissionQueue`` that many threads ask.
///
/// A tenant of which nothing runs or waits takes no memory here, however many there have been.
///
/// ```swift
/// switch registry.request(call, tenant: tenant, memoryBytes: bytes, deadline: deadline) {
/// case .admitted:
///     run(call)
///     for turn in registry.release(call, now: now) { begin(turn) }
/// …
/// ```
public final class TenantRegistry<Call: Hashable & Sendable>: Sendable {
    /// A call that runs or waits.
    public struct Entry: Sendable {
        /// The call.
        public let call: Call
        /// Whose it is.
        public let tenant: TenantID
        /// What it reserves while it runs, in bytes.
        public let memoryBytes: Int
        /// Whether it waits; otherwise it runs.
        public let isWaiting: Bool
    }

    private let queue: Mutex<AdmissionQueue<Call>>
    private let waitingChanged: @Sendable (Int) -> Void

    /// Makes a registry of free slots.
    ///
    /// - Parameters:
    ///   - weights: as in ``AdmissionQueue/init(limits:weights:)``.
    ///   - waitingChanged: told the number of calls that wait whenever it has changed, in order. It is called inside
    ///     a lock: it must return at once and must not ask the registry.
    public init(
        limits: AdmissionLimits, weights: [TenantID: Int] = [:],
        waitingChanged: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        queue = Mutex(AdmissionQueue(limits: limits, weights: weights))
        self.waitingChanged = waitingChanged
    }

    /// Asks for a slot; see ``AdmissionQueue/request(_:tenant:memoryBytes:deadline:)``.
    public func request(
        _ call: Call, tenant: TenantID, memoryBytes: Int, deadline: UInt64 = .max
    ) -> AdmissionQueue<Call>.Decision {
        change { $0.request(call, tenant: tenant, memoryBytes: memoryBytes, deadline: deadline) }
    }

    /// Gives the slot and the memory of a call back. A second time has no effect.
    ///
    /// - Parameter now: on the clock of the deadlines.
    /// - Returns: the calls that wait no longer. Those not expired have slots: the caller runs or releases each.
    public func release(_ call: Call, now: UInt64) -> [AdmissionQueue<Call>.Turn] {
        change { queue in
            queue.release(call)
            return queue.turns(now: now)
        }
    }

    /// Stops waiting.
    ///
    /// - Returns: nil when the call did not wait; otherwise as ``release(_:now:)``: a call behind it may need less.
    public func withdraw(_ call: Call, now: UInt64) -> [AdmissionQueue<Call>.Turn]? {
        change { queue in queue.withdraw(call) ? queue.turns(now: now) : nil }
    }

    /// What a tenant's calls hold at present.
    public func usage(of tenant: TenantID) -> TenantUsage { queue.withLock { $0.usage(of: tenant) } }

    /// The calls that run or wait at present, in no order.
    ///
    /// - Parameter tenant: only those of one tenant; nil is all.
    public func calls(of tenant: TenantID?) -> [Entry] {
        queue.withLock { queue in
            queue.entries.compactMap { call, entry in
                guard tenant == nil || entry.tenant == tenant else { return nil }
                return Entry(
                    call: call, tenant: entry.tenant, memoryBytes: entry.memoryBytes, isWaiting: entry.isWaiting)
            }
        }
    }

    private func change<Result: Sendable>(_ body: (inout AdmissionQueue<Call>) -> Result) -> Result {
        queue.withLock { queue in
            let before = queue.waiting
            let result = body(&queue)
            if queue.waiting != before { waitingChanged(queue.waiting) }
            return result
        }
    }
}

extension AdmissionQueue {
    /// All that wait no longer.
    fileprivate mutating func turns(now: UInt64) -> [Turn] {
        var turns: [Turn] = []
        while let turn = next(now: now) { turns.append(turn) }
        return turns
    }
}
