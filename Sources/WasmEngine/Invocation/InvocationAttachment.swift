/// Something outside the engine that works on an instance's memory, such as the kernels that it launched.
///
/// An invocation with an attachment keeps its instance until the attachment says that nothing touches its memory any
/// more. Otherwise the slot would go to another guest while a device still writes into it.
public protocol InvocationAttachment: AnyObject, Sendable {
    /// Ends the work on the instance's memory. Called once, when the guest has ended or has to end.
    ///
    /// - Parameters:
    ///   - reason: why the guest ends.
    ///   - quiet: called once, on any thread, when nothing touches the memory any more; may come before this returns,
    ///     and never comes when this returns `true`.
    /// - Returns: whether nothing touches the memory already.
    func end(_ reason: InvocationEnd, then quiet: @escaping @Sendable () -> Void) -> Bool
}

/// Why an invocation ends.
public enum InvocationEnd: Sendable, Equatable {
    /// The guest has returned, trapped or exited.
    case guestEnded
    /// The deadline has come.
    case deadlineExceeded
    /// The call was cancelled, or nobody is interested in it any more.
    case cancelled
}
