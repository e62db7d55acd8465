import Synchronization
import WasmEngine

/// Passes what a guest writes on to a stream of the process, cleaned when that is a terminal.
final class GuestOutput: OutputSink {
    private let stream: ConsoleStream
    private let filter = Mutex(ControlSequenceFilter())

    init(_ stream: ConsoleStream) { self.stream = stream }

    func write(_ bytes: borrowing RawSpan) {
        // The buffer is copied and does not leave the closure; a raw span offers no other way to its bytes.
        write(bytes.withUnsafeBytes { Array($0) })
    }

    func write(_ bytes: [UInt8]) {
        guard stream.isTerminal else { return stream.write(bytes) }
        stream.write(Array(filter.withLock { $0.clean(bytes) }.utf8))
    }

    /// Shows what a character cut short leaves.
    func finish() {
        guard stream.isTerminal else { return }
        stream.write(Array(filter.withLock { $0.finish() }.utf8))
    }
}
