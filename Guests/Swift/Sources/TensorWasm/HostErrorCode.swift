/// The reasons for which the host refuses something or a launch fails.
///
/// Not an enumeration, so that a later host may have more of them.
public struct HostErrorCode: RawRepresentable, Equatable, Sendable {
    /// Negative.
    public let rawValue: Int32

    /// The code with this number.
    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// The operator has switched devices off.
    public static let notAvailable = HostErrorCode(rawValue: -1)
    /// A pointer and length do not lie inside the guest's memory.
    public static let invalidPointer = HostErrorCode(rawValue: -2)
    /// There is no kernel with this number, or none of this name in the text.
    public static let invalidKernel = HostErrorCode(rawValue: -3)
    /// The PTX text is not in order, or needs an instruction that the device does not run.
    public static let malformedPTX = HostErrorCode(rawValue: -4)
    /// The kernel was stopped while it ran, or could not be started any more.
    public static let launchFailed = HostErrorCode(rawValue: -5)
    /// More kernels, text or device memory than a guest may have.
    public static let quotaExceeded = HostErrorCode(rawValue: -6)
    /// A fault of the host.
    public static let `internal` = HostErrorCode(rawValue: -7)
    /// Grid, block or shared memory are 0, beyond the device, or other than the kernel asks for.
    public static let invalidDimensions = HostErrorCode(rawValue: -8)
    /// The arguments do not fit the kernel's parameters.
    public static let invalidArguments = HostErrorCode(rawValue: -9)
    /// More arguments than a launch takes.
    public static let kernelArgumentsUnsupported = HostErrorCode(rawValue: -10)
    /// There is no device buffer with this number, or the range does not lie inside it.
    public static let invalidHandle = HostErrorCode(rawValue: -11)

    /// The code's name in docs/GUEST-ABI.md.
    public var name: StaticString {
        switch rawValue {
        case -1: "not_available"
        case -2: "invalid_pointer"
        case -3: "invalid_kernel"
        case -4: "malformed_ptx"
        case -5: "launch_failed"
        case -6: "quota_exceeded"
        case -7: "internal"
        case -8: "invalid_dimensions"
        case -9: "invalid_args"
        case -10: "kernel_args_unsupported"
        case -11: "invalid_handle"
        default: "unknown"
        }
    }
}
