import Compute
import Synchronization
import WasmEngine

/// What one invocation has at the device: its ``ComputeSession``, and the message of its last failure.
///
/// It is the invocation's attachment: host functions find it there, and the instance lives until its kernels have left
/// the memory. Make one for guests that import kernels, see ``GuestInterface/usesKernels(_:)``.
public final class CudaSession: InvocationAttachment {
    /// Bytes of a failure's message that are kept.
    static let messageBytes = 4_096

    let compute: ComputeSession
    let limits: ComputeLimits
    private let message = Mutex("")

    /// - Parameters:
    ///   - service: the process's device and what its guests share.
    ///   - tenant: who pays for device memory and launches.
    ///   - deadline: the invocation's, in nanoseconds on the monotonic clock.
    ///   - output: receives what kernels print; `nil` drops it.
    public init(service: ComputeService, tenant: UInt64, deadline: UInt64, output: (any OutputSink)?) {
        var print: (@Sendable ([UInt8]) -> Void)?
        if let output { print = { output.write($0.span.bytes) } }
        limits = service.limits
        compute = service.makeSession(tenant: tenant, deadline: deadline, output: print)
    }

    /// Whether the guest has launched a kernel.
    public var hasLaunched: Bool { compute.hasLaunched }

    /// The time that its kernels ran, in nanoseconds; `nil` when it has launched none.
    public var kernelNanoseconds: UInt64? { hasLaunched ? compute.executionNanoseconds : nil }

    /// Stops the guest's kernels.
    public func end(_ reason: InvocationEnd, then quiet: @escaping @Sendable () -> Void) -> Bool {
        compute.end(reason == .deadlineExceeded ? .deadline : .cancelled, then: quiet)
    }

    /// The words of the last failure; a call that succeeds leaves them. Empty before the first.
    var lastMessage: String { message.withLock { $0 } }

    /// Keeps a failure's message for the guest.
    /// - Returns: the failure's code.
    func fail(_ fault: CudaFault) -> CudaCode {
        let text = Self.clip(fault.message)
        message.withLock { $0 = text }
        return fault.code
    }

    /// The first bytes of a text that is too long, without half a character at the end.
    static func clip(_ text: String) -> String {
        guard text.utf8.count > messageBytes else { return text }
        var kept = text.utf8.prefix(messageBytes)
        // Bytes after a character's first one begin with 10.
        while let next = text.utf8[kept.endIndex...].first, next & 0xC0 == 0x80 { kept.removeLast() }
        return String(decoding: kept, as: UTF8.self)
    }
}
