import DequeModule
import Dispatch
import Synchronization
import Threads
import WasmEngine

/// Threads for work that takes long and cannot be interrupted: compiling modules. Its queue is bounded.
public final class CompileQueue: Sendable {
    private struct State {
        var queue: Deque<@Sendable () -> Void> = []
        var isStopped = false
    }

    private let state = Mutex(State())
    private let available = DispatchSemaphore(value: 0)
    private let threads: Int
    private let limit: Int

    /// - Parameters:
    ///   - threads: at least 1.
    ///   - limit: jobs that may wait.
    public init(threads: Int, limit: Int) {
        self.threads = max(threads, 1)
        self.limit = limit
        for index in 0..<self.threads {
            precondition(
                WorkerThread.start(name: "compile-\(index)", standing: .nice(10)) { self.work() },
                "no thread for compiling")
        }
    }

    /// Ends the threads after their present job; jobs that wait still run first.
    public func stop() {
        state.withLock { $0.isStopped = true }
        for _ in 0..<threads { available.signal() }
    }

    /// Runs `job` on one of the threads.
    /// - Throws: what the job throws, or ``RuntimeError/capacityExhausted(_:)`` when too many wait.
    public func run<Result: Sendable>(
        _ job: @escaping @Sendable () throws(RuntimeError) -> Result
    ) async throws(RuntimeError) -> Result {
        let answer: Swift.Result<Result, RuntimeError> = await withCheckedContinuation { continuation in
            let isAccepted = state.withLock { state in
                guard state.queue.count < limit, !state.isStopped else { return false }
                state.queue.append {
                    do throws(RuntimeError) {
                        continuation.resume(returning: .success(try job()))
                    } catch {
                        continuation.resume(returning: .failure(error))
                    }
                }
                return true
            }
            if isAccepted {
                available.signal()
            } else {
                continuation.resume(returning: .failure(.capacityExhausted("too many modules wait to be compiled")))
            }
        }
        return try answer.get()
    }

    private func work() {
        while true {
            available.wait()
            let (job, isStopped) = state.withLock { ($0.queue.popFirst(), $0.isStopped) }
            if let job { job() } else if isStopped { return }
        }
    }
}
