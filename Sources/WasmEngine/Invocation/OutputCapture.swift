import Synchronization

/// Keeps the beginning of what a guest writes and drops the rest.
public final class OutputCapture: OutputSink {
    private let limit: Int
    private let state = Mutex(State())

    private struct State {
        var bytes: [UInt8] = []
        var isTruncated = false
    }

    /// - Parameter limit: the greatest number of bytes kept.
    public init(limit: Int) { self.limit = limit }

    /// Keeps what still fits below the limit.
    public func write(_ bytes: borrowing RawSpan) {
        state.withLock { state in
            let kept = min(bytes.byteCount, limit - state.bytes.count)
            state.bytes.reserveCapacity(state.bytes.count + kept)
            for offset in 0..<kept { state.bytes.append(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)) }
            if kept < bytes.byteCount { state.isTruncated = true }
        }
    }

    /// What was kept, and whether anything was dropped.
    public var captured: (bytes: [UInt8], isTruncated: Bool) {
        state.withLock { ($0.bytes, $0.isTruncated) }
    }
}
