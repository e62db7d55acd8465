/// Why a call of a guest did not return a result.
public enum GuestFailure: Error, Sendable, Equatable {
    case trap(Trap)
    /// WASI `proc_exit` with a code other than 0.
    case exit(code: Int32)
    /// The deadline passed.
    case deadlineExceeded
    /// ``Invocation/cancel()`` was called.
    case cancelled
    /// No instance could be made, for example because the pool is exhausted; the text is for the operator.
    case instantiation(String)
}
