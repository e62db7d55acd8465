import WasmEngine

/// How a call ended, with what the guest wrote and where the time went.
public struct CallAnswer: Sendable {
    /// The export's results, or why there are none.
    public let result: Result<[Value], RuntimeError>
    /// Empty when nothing was written.
    public let standardOutput: CapturedText
    /// As ``standardOutput``, for standard error.
    public let standardError: CapturedText
    /// Where the time between the call's arrival and its end went.
    public let timing: CallTiming

    /// An answer of a call that never had an instance.
    static func refused(_ error: RuntimeError, queued: UInt64 = 0) -> CallAnswer {
        CallAnswer(
            result: .failure(error), standardOutput: CapturedText(), standardError: CapturedText(),
            timing: CallTiming(queue: queued, spawn: 0, guest: 0, kernel: nil))
    }
}

/// The beginning of what a guest wrote to one stream.
public struct CapturedText: Sendable, Equatable {
    /// What was kept, as the guest wrote it: text or not.
    public var bytes: [UInt8] = []
    /// Whether more was written than is kept.
    public var isTruncated = false
}

/// Where a call's time went, in nanoseconds.
public struct CallTiming: Sendable, Equatable {
    /// From the request's arrival to the start of the instance: loading and waiting.
    public let queue: UInt64
    /// Making the instance.
    public let spawn: UInt64
    /// The export, from its start to its end, waits included.
    public let guest: UInt64
    /// The kernels' own time on the device, part of ``guest`` as far as the guest waited; `nil` when it launched none.
    public let kernel: UInt64?
}
