/// Something that runs kernels: the CPU device, or a GPU.
///
/// Safe to use from any thread. Nothing here waits for a kernel: completions are called when it has ended.
public protocol Device: AnyObject, Sendable {
    /// What the device can do.
    var attributes: DeviceAttributes { get }

    /// Checks a PTX text and prepares one of its kernels. Takes up to seconds of one core: not for a guest's thread.
    /// - Throws: ``ComputeError`` with ``ComputeError/Code-swift.enum/malformedPTX``, with lines and columns, or
    ///   ``ComputeError/Code-swift.enum/invalidKernel`` when the text has no kernel of that name.
    func load(ptx: [UInt8], entry: String) throws(ComputeError) -> any Kernel

    /// Makes a buffer of zeros that stays on the device.
    /// - Parameter byteCount: at least 1; quotas are the caller's matter.
    func makeBuffer(byteCount: Int) throws(ComputeError) -> any DeviceBuffer

    /// Starts a launch that ``LaunchChecks`` has accepted.
    ///
    /// - Parameter completion: called exactly once, on any thread, possibly before this returns. After it nothing
    ///   touches the launch's memory or buffers any more.
    /// - Returns: the means to stop it.
    func start(_ launch: Launch, completion: @escaping @Sendable (LaunchOutcome) -> Void) -> any StartedLaunch

    /// Ends the device's threads. Launches still running are stopped and completed.
    func shutDown()
}

/// A launch that a device works on.
public protocol StartedLaunch: AnyObject, Sendable {
    /// Makes the kernel stop soon, on its device's terms; its completion still comes, with a failure unless it has
    /// ended by itself. Any thread, any number of times.
    func stop(_ reason: LaunchStopReason)
}

/// Why a launch is stopped from outside.
public enum LaunchStopReason: Sendable, Equatable {
    /// The invocation's deadline has come.
    case deadline
    /// The instance ends, or its call was cancelled.
    case cancelled
}

/// How a launch ended.
public struct LaunchOutcome: Sendable {
    /// Why it failed; `nil` when the kernel has run to its end.
    public let failure: ComputeError?
    /// From the start of the first block to the end of the last, in nanoseconds; 0 when none started.
    public let executionNanoseconds: UInt64

    /// An outcome of these parts.
    public init(failure: ComputeError?, executionNanoseconds: UInt64) {
        self.failure = failure
        self.executionNanoseconds = executionNanoseconds
    }
}
