import Compute
import WasmEngine

/// What functions of `wasi:cuda/host` answer below zero.
enum CudaCode: Int32, CaseIterable, Sendable {
    /// The operator has switched devices off.
    case notAvailable = -1
    /// A pointer and length that do not lie inside the guest's memory.
    case invalidPointer = -2
    /// No such kernel: an entry that the PTX lacks, or an id that was never given out.
    case invalidKernel = -3
    /// The PTX has faults, or needs an instruction that the device does not run.
    case malformedPTX = -4
    /// A kernel failed or was stopped, or the deadline is too near to start one.
    case launchFailed = -5
    /// A limit on memory, sizes or counts.
    case quotaExceeded = -6
    /// A fault of the host.
    case `internal` = -7
    /// Grid, block or shared bytes beyond what device or kernel allow.
    case invalidDimensions = -8
    /// Arguments, or an attribute, that mean nothing or do not fit the kernel's parameters.
    case invalidArguments = -9
    /// More arguments than a launch may have.
    case argumentsUnsupported = -10
    /// No such device buffer, or a range outside it.
    case invalidHandle = -11

    init(_ code: ComputeError.Code) {
        self =
            switch code {
            case .notAvailable: .notAvailable
            case .invalidKernel: .invalidKernel
            case .malformedPTX: .malformedPTX
            case .launchFailed: .launchFailed
            case .quotaExceeded: .quotaExceeded
            case .internal: .internal
            case .invalidDimensions: .invalidDimensions
            case .invalidArguments: .invalidArguments
            case .invalidHandle: .invalidHandle
            }
    }

    /// The code as the result of a function that declares `type`, `i32` or `i64`.
    func value(as type: ValueType) -> Value { type == .i64 ? .i64(Int64(rawValue)) : .i32(rawValue) }
}
