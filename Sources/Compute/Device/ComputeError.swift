/// Why something with kernels did not work. The message is for the guest's author and names nothing of the host.
public struct ComputeError: Error, Sendable, Equatable {
    /// Stable codes; the guest interface maps them to those of `wasi:cuda`.
    public enum Code: String, Sendable, Equatable {
        /// Devices are switched off.
        case notAvailable
        /// No such kernel: an unknown entry, or an id that was never given out.
        case invalidKernel
        /// The PTX has faults, or needs an instruction that no device here runs.
        case malformedPTX
        /// The kernel failed: a violation, a trap, or it was stopped.
        case launchFailed
        /// A limit on memory or counts is reached.
        case quotaExceeded
        /// Grid, block or shared memory beyond the device or the kernel's own bounds.
        case invalidDimensions
        /// Arguments that do not fit the kernel's parameters.
        case invalidArguments
        /// No such buffer, or a range outside it.
        case invalidHandle
        /// A fault of this program.
        case `internal`
    }

    /// What kind of failure it is.
    public let code: Code
    /// What happened, in words.
    public let message: String

    /// A failure with its explanation.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
