import Glibc
import Synchronization
import SystemPackage

/// Standard output or standard error: where text goes, and whether a terminal would act on its control sequences.
final class ConsoleStream: Sendable {
    /// Whether a person looks at it. Text for a terminal is cleaned by ``ControlSequenceFilter``; other text is not.
    let isTerminal: Bool
    private let sink: @Sendable ([UInt8]) throws -> Void
    private let state = Mutex(State())

    private struct State {
        var isAtLineStart = true
        var hasFailed = false
    }

    init(isTerminal: Bool, sink: @escaping @Sendable ([UInt8]) throws -> Void) {
        self.isTerminal = isTerminal
        self.sink = sink
    }

    /// A stream of the process.
    convenience init(_ descriptor: FileDescriptor) {
        self.init(isTerminal: isatty(descriptor.rawValue) == 1) { try descriptor.writeAll($0) }
    }

    /// Whether something could not be written. Later text is dropped.
    var hasFailed: Bool { state.withLock(\.hasFailed) }

    /// Writes a line of its own: one that a guest left unfinished is ended first.
    func print(_ text: String) {
        let shown = isTerminal ? ControlSequenceFilter.clean(text) : text
        write(Array((shown.hasSuffix("\n") ? shown : shown + "\n").utf8), onNewLine: true)
    }

    /// Writes bytes as they are.
    func write(_ bytes: [UInt8]) { write(bytes, onNewLine: false) }

    private func write(_ bytes: [UInt8], onNewLine: Bool) {
        guard let last = bytes.last else { return }
        state.withLock { state in
            guard !state.hasFailed else { return }
            do {
                if onNewLine, !state.isAtLineStart { try sink([0x0A]) }
                try sink(bytes)
                state.isAtLineStart = last == 0x0A
            } catch {
                state.hasFailed = true
            }
        }
    }
}
