import DequeModule
import Dispatch
import Synchronization
import WasmEngine

/// Runs guests in turns on a few threads of its own.
///
/// A guest's first slice runs on the caller's thread, so that the many short calls never change threads; one that
/// needs longer joins the run queue and shares the threads with the others, slice by slice, first in, first out.
public final class GuestScheduler: Sendable {
    /// A guest and what happens when it has ended.
    public struct Job: Sendable {
        let invocation: Invocation
        let completion: @Sendable () -> Void

        /// - Parameter completion: called once, when the invocation has its outcome.
        public init(invocation: Invocation, completion: @escaping @Sendable () -> Void) {
            self.invocation = invocation
            self.completion = completion
        }
    }

    private struct State {
        var queue: Deque<Job> = []
        var isStopped = false
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
        let dropped = state.withLock { state in
            state.isStopped = true
            defer { state.queue = [] }
            return state.queue
        }
        for _ in 0..<threads { available.signal() }
        for job in dropped { job.invocation.cancel() }
    }

    /// Runs a guest to its end, beginning on the caller's thread: a guest that ends within its first slice has
    /// called its completion when this returns.
    public func run(_ job: Job) { step(job) }

    /// Runs a guest to its end on the scheduler's threads.
    public func enqueue(_ job: Job) {
        let isAccepted = state.withLock { state in
            if !state.isStopped { state.queue.append(job) }
            return !state.isStopped
        }
        if isAccepted { available.signal() }
    }

    private func step(_ job: Job) {
        switch job.invocation.poll() {
        case .finished:
            job.completion()
        case .preempted:
            enqueue(job)
        case .waiting:
            let invocation = job.invocation
            // Whoever it waits for may never answer; the deadline then wakes it, and the next poll ends it.
            invocation.ticker.schedule(at: invocation.deadline) { [weak invocation] in invocation?.wake() }
            invocation.park { self.enqueue(job) }
        }
    }

    private func work() {
        while true {
            available.wait()
            let (job, isStopped) = state.withLock { ($0.queue.popFirst(), $0.isStopped) }
            if isStopped { return }
            if let job { step(job) }
        }
    }
}
