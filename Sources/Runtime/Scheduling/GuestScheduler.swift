import DequeModule
import Dispatch
import Synchronization
import Threads
import WasmEngine

/// Runs guests in turns on a few threads of its own.
///
/// A guest's first slice runs on the caller's thread, so that the many short calls never change threads; one that
/// needs longer joins the run queue and shares the threads with the others, slice by slice, first in, first out. A
/// guest whose deadline comes while it queues is ended ahead of all that queue, however many they are.
public final class GuestScheduler: Sendable {
    private struct State {
        var queue: Deque<GuestJob> = []
        /// Guests past their deadline; each also stands in `queue`, where it is passed over.
        var expired: Deque<GuestJob> = []
        var isStopped = false

        mutating func next() -> GuestJob? {
            if let job = expired.popFirst() { return job }
            return queue.popFirst()
        }
    }

    private let state = Mutex(State())
    private let available = DispatchSemaphore(value: 0)
    private let threads: Int

    /// - Parameter threads: at least 1; as many as there are processor cores.
    public init(threads: Int) {
        self.threads = max(threads, 1)
        for index in 0..<self.threads {
            // The threads hold this object until `stop`; without any thread no long guest would ever end.
            precondition(WorkerThread.start(name: "guest-\(index)") { self.work() }, "no thread for guests")
        }
    }

    /// Ends the threads after their present slice. Guests in the queue are dropped unfinished.
    public func stop() {
        state.withLock { state in
            state.isStopped = true
            state.queue = []
            state.expired = []
        }
        for _ in 0..<threads { available.signal() }
    }

    /// Runs a guest to its end, beginning on the caller's thread: a guest that ends within its first slice has
    /// called its completion when this returns.
    func run(_ job: GuestJob) {
        if job.claim() { step(job) }
    }

    /// Runs a guest to its end on the scheduler's threads.
    func enqueue(_ job: GuestJob) { add { $0.queue.append(job) } }

    private func step(_ job: GuestJob) {
        switch job.invocation.poll() {
        case .finished:
            job.completion()
        case .preempted:
            watchDeadline(of: job)
            _ = job.giveBack()
            enqueue(job)
        case .waiting:
            watchDeadline(of: job)
            // While the job is still claimed: nobody else can end it before it is parked.
            job.invocation.park { self.enqueue(job) }
            if job.giveBack() { enqueue(job) }
        }
    }

    private func watchDeadline(of job: GuestJob) {
        guard job.isWatched.exchange(true, ordering: .relaxed) == false else { return }
        let invocation = job.invocation
        // A waiting guest is woken; a queued one is moved ahead; a running one notices by itself.
        invocation.ticker.schedule(at: invocation.deadline) { [weak self, weak job] in
            guard let job else { return }
            job.invocation.wake()
            self?.add { $0.expired.append(job) }
        }
    }

    private func add(_ change: (inout State) -> Void) {
        let isAccepted = state.withLock { state in
            if !state.isStopped { change(&state) }
            return !state.isStopped
        }
        if isAccepted { available.signal() }
    }

    private func work() {
        while true {
            available.wait()
            let (job, isStopped) = state.withLock { ($0.next(), $0.isStopped) }
            if isStopped { return }
            if let job, job.claim() { step(job) }
        }
    }
}
