import Synchronization
import Tenancy
import Threads
import WasmEngine

/// Runs guests in turns on a few threads of its own.
///
/// A guest's first slice runs on the caller's thread, so that the many short calls never change threads; one that
/// needs longer joins the run queue and shares the threads with the others, slice by slice: tenants in proportion to
/// their weights, the guests of one tenant first in, first out. A guest whose deadline comes while it queues is ended
/// ahead of all that queue, however many they are.
public final class GuestScheduler: Sendable {
    private struct State {
        var queue = FairQueue<GuestJob>()
        var isStopped = false
    }

    private let state = Mutex(State())
    private let policy = Mutex(FirstSlicePolicy())
    /// Whether the policy has anything to say; most of the time it has not, and is not asked.
    private let hasPolicy = Atomic<Bool>(false)
    /// Whether first slices are measured, which costs each call half a microsecond: from the first one that was used up.
    private let isMeasuring = Atomic<Bool>(false)
    /// What a guest must have had of a thread that answers requests to have held it up, in nanoseconds: half a slice.
    private static let worthCounting: UInt64 = 1_000_000
    /// Guests that use up their slices stand back for the threads that answer requests.
    private let crew: BackgroundCrew

    /// - Parameter threads: at least 1; as many as there are processor cores.
    public init(threads: Int) {
        crew = BackgroundCrew(name: "guest", threads: threads)
        // The threads hold this object until `stop`.
        crew.start { self.work() }
    }

    /// Ends the threads after their present slice. Guests in the queue are dropped unfinished.
    public func stop() {
        state.withLock { state in
            state.isStopped = true
            state.queue = FairQueue()
        }
        crew.stop()
    }

    /// Runs a guest to its end, beginning on the caller's thread if ``FirstSlicePolicy`` lets it: then a guest that ends
    /// within its first slice has called its completion when this returns.
    func run(_ job: GuestJob) {
        guard mayBeginHere(job) else { return enqueue(job) }
        guard job.claim() else { return }
        let begin = isMeasuring.load(ordering: .relaxed) ? ThreadClock.now() : nil
        guard step(job) == .preempted else { return }
        isMeasuring.store(true, ordering: .relaxed)
        // Slices end by the clock on the wall. One in which the system gave the processor to others held nobody up.
        if let begin, ThreadClock.now() &- begin < Self.worthCounting { return }
        outlastedFirstSlice(job)
    }

    /// Runs a guest to its end on the scheduler's threads.
    func enqueue(_ job: GuestJob) {
        let isAdded = state.withLock { state in
            guard !state.isStopped else { return false }
            return state.queue.append(
                job, tenant: job.tenant, weight: job.weight, deadline: job.invocation.deadline)
        }
        if isAdded { crew.summon() }
    }

    private func mayBeginHere(_ job: GuestJob) -> Bool {
        guard hasPolicy.load(ordering: .relaxed) else { return true }
        return policy.withLock { $0.mayBegin(job, now: EpochTicker.now()) }
    }

    private func outlastedFirstSlice(_ job: GuestJob) {
        policy.withLock { policy in
            policy.outlasted(job, now: EpochTicker.now())
            hasPolicy.store(!policy.allowsAll, ordering: .relaxed)
        }
    }

    @discardableResult
    private func step(_ job: GuestJob) -> Invocation.Progress {
        let progress = job.invocation.poll()
        switch progress {
        case .finished:
            job.completion()
        case .preempted:
            _ = job.giveBack()
            enqueue(job)
        case .waiting:
            watchDeadline(of: job)
            // While the job is still claimed: nobody else can end it before it is parked.
            job.invocation.park { self.enqueue(job) }
            if job.giveBack() { enqueue(job) }
        }
        return progress
    }

    private func watchDeadline(of job: GuestJob) {
        guard job.isWatched.exchange(true, ordering: .relaxed) == false else { return }
        let invocation = job.invocation
        // A waiting guest is woken; the queue knows the deadline of a queued one, and a running one notices by itself.
        invocation.ticker.schedule(at: invocation.deadline) { [weak job] in job?.invocation.wake() }
    }

    private func work() {
        let now = EpochTicker.now()
        let job = state.withLock { $0.queue.popFirst(now: now)?.element }
        if let job, job.claim() { step(job) }
    }
}
