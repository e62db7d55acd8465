import CWasmtime
import Synchronization

/// A guest that waits inside a host function. Resuming it makes the host function return.
public final class Suspension: Sendable {
    private let invocation: Invocation
    private let isDone: Atomic<Bool>
    private let result = Atomic<Int32>(0)
    /// A suspension that is done from the start still gives up the thread once.
    private let hasYielded = Atomic<Bool>(false)

    private init(_ invocation: Invocation, isDone: Bool) {
        self.invocation = invocation
        self.isDone = Atomic(isDone)
    }

    /// The guest sleeps until ``resume(returning:)``.
    public static func until(resumed invocation: Invocation) -> Suspension {
        invocation.isWaitingForHost = true
        return Suspension(invocation, isDone: false)
    }

    /// The guest gives up its thread and goes on, with that result, when its turn comes again.
    public static func yielding(_ invocation: Invocation, returning value: Int32) -> Suspension {
        let suspension = Suspension(invocation, isDone: true)
        suspension.result.store(value, ordering: .relaxed)
        return suspension
    }

    /// Ends the wait; the host function returns `value`. Any thread, once; harmless after the guest is gone.
    public func resume(returning value: Int32) {
        result.store(value, ordering: .relaxed)
        isDone.store(true, ordering: .releasing)
        invocation.wake()
    }

    /// Lets the engine ask this suspension whether the host function has ended.
    func install(
        in continuation: UnsafeMutablePointer<wasmtime_async_continuation_t>,
        results: UnsafeMutablePointer<wasmtime_val_t>
    ) {
        let environment = Environment(suspension: self, results: results)
        continuation.pointee.env = Unmanaged.passRetained(environment).toOpaque()
        continuation.pointee.finalizer = { Unmanaged<Environment>.fromOpaque($0!).release() }
        continuation.pointee.callback = { environment in
            // Sound: the environment is the one retained above; the engine asks only between polls of the guest's
            // future and before its finalizer, and `results` is borrowed for exactly that time.
            Unmanaged<Environment>.fromOpaque(environment!)._withUnsafeGuaranteedRef { environment in
                environment.suspension.poll(into: environment.results)
            }
        }
    }

    private func poll(into results: UnsafeMutablePointer<wasmtime_val_t>) -> Bool {
        guard hasYielded.exchange(true, ordering: .relaxed), isDone.load(ordering: .acquiring) else { return false }
        results[0] = Value.i32(result.load(ordering: .relaxed)).raw
        return true
    }

    private final class Environment {
        let suspension: Suspension
        let results: UnsafeMutablePointer<wasmtime_val_t>
        init(suspension: Suspension, results: UnsafeMutablePointer<wasmtime_val_t>) {
            self.suspension = suspension
            self.results = results
        }
    }
}
