import NIOCore
import Runtime

/// Puts what a stream delivers into the bytes of a body.
struct StreamEncoder {
    let format: StreamFormat
    private var events = EventWriter()

    init(format: StreamFormat) { self.format = format }

    mutating func encode(_ chunks: [[UInt8]]) -> ByteBuffer {
        var buffer = ByteBuffer()
        for chunk in chunks {
            switch format {
            case .events: events.chunk(chunk, to: &buffer)
            case .bytes: buffer.writeBytes(chunk)
            }
        }
        return buffer
    }

    /// A sign of life without a meaning; empty where there is no room for one.
    func keepAlive() -> ByteBuffer {
        format == .events ? ByteBuffer(staticString: EventWriter.keepAlive) : ByteBuffer()
    }

    /// The last bytes of the body.
    mutating func finish(_ failure: RuntimeError?) -> ByteBuffer {
        var buffer = ByteBuffer()
        guard format == .events else { return buffer }
        events.finish(to: &buffer)
        if let failure {
            EventWriter.event("error", to: &buffer) { writer in
                writer.field("reason", failure.streamReason)
                writer.field("message", APIError(failure).message)
            }
        } else {
            EventWriter.event("done", to: &buffer) { $0.field("status", "ok") }
        }
        return buffer
    }
}

extension RuntimeError {
    /// What an `error` event gives as the reason.
    fileprivate var streamReason: String {
        switch self {
        // A call that got no instance within its time, and whose stream had begun with signs of life, is late as well.
        case .deadlineExceeded, .capacityExhausted: "deadline_elapsed"
        default: "wasm_error"
        }
    }
}
