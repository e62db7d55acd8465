import CWasmtime
import Synchronization

/// A guest that waits inside a host function. Resuming it makes the host function return.
public final class Suspension: Sendable {
    private let cell: WakeCell
    private let result: Mutex<(@Sendable () -> Value)?>
    /// Whether the guest has to give up its thread once before it goes on.
    private let mustYield: Atomic<Bool>

    private init(_ invocation: Invocation, mustYield: Bool, result: (@Sendable () -> Value)?) {
        cell = invocation.wakeCell
        self.mustYield = Atomic(mustYield)
        self.result = Mutex(result)
    }

    /// The guest sleeps until ``resume(_:)``.
    public static func until(resumed invocation: Invocation) -> Suspension {
        Suspension(invocation, mustYield: false, result: nil)
    }

    /// The guest gives up its thread and goes on, with that result, when its turn comes again.
    public static func yielding(_ invocation: Invocation, returning value: Value) -> Suspension {
        Suspension(invocation, mustYield: true, result: { value })
    }

    /// Ends the wait. Any thread, once, also before the host function has answered with this suspension; harmless
    /// after the guest is gone.
    ///
    /// - Parameter result: makes the host function's result. It runs on the guest's thread when the guest's turn comes,
    ///   where the guest's memory may be used again; not at all when the guest ends before.
    public func resume(_ result: @escaping @Sendable () -> Value) {
        self.result.withLock { $0 = result }
        cell.fire()
    }

    /// Lets the engine ask this suspension whether the host function has ended.
    func install(
        in continuation: UnsafeMutablePointer<wasmtime_async_continuation_t>,
        results: UnsafeMutablePointer<wasmtime_val_t>, type: ValueType, of invocation: Invocation
    ) {
        let environment = Environment(suspension: self, results: results, type: type, invocation: invocation)
        continuation.pointee.env = Unmanaged.passRetained(environment).toOpaque()
        continuation.pointee.finalizer = { Unmanaged<Environment>.fromOpaque($0!).release() }
        continuation.pointee.callback = { environment in
            // Sound: the environment is the one retained above; the engine asks only while the guest's future is
            // polled and before its finalizer, and `results` is borrowed for exactly that time.
            Unmanaged<Environment>.fromOpaque(environment!)._withUnsafeGuaranteedRef { $0.poll() }
        }
    }

    private enum Answer {
        case yield
        case wait
        case done(@Sendable () -> Value)
    }

    private func ask() -> Answer {
        if mustYield.exchange(false, ordering: .relaxed) { return .yield }
        return result.withLock { $0 }.map(Answer.done) ?? .wait
    }

    private final class Environment {
        private let suspension: Suspension
        private let results: UnsafeMutablePointer<wasmtime_val_t>
        private let type: ValueType
        /// Not a reference that keeps it: the invocation owns the future, which owns this. Used inside its poll only.
        private unowned(unsafe) let invocation: Invocation

        init(
            suspension: Suspension, results: UnsafeMutablePointer<wasmtime_val_t>, type: ValueType,
            invocation: Invocation
        ) {
            self.suspension = suspension
            self.results = results
            self.type = type
            self.invocation = invocation
        }

        func poll() -> Bool {
            switch suspension.ask() {
            case .yield:
                return false
            case .wait:
                invocation.isWaitingForHost = true
                return false
            case .done(let result):
                results[0] = result().raw(as: type)
                return true
            }
        }
    }
}
