import Synchronization

@testable import CLI

/// A console that keeps what is written to it.
final class RecordedConsole: Sendable {
    private let outputText = Mutex<[UInt8]>([])
    private let errorText = Mutex<[UInt8]>([])
    private let environment: [String: String]
    private let isTerminal: Bool

    init(environment: [String: String] = [:], isTerminal: Bool = false) {
        self.environment = environment
        self.isTerminal = isTerminal
    }

    var console: Console {
        Console(
            output: ConsoleStream(isTerminal: isTerminal) { bytes in self.outputText.withLock { $0 += bytes } },
            errors: ConsoleStream(isTerminal: isTerminal) { bytes in self.errorText.withLock { $0 += bytes } },
            environment: environment)
    }

    var output: String { String(decoding: outputText.withLock(\.self), as: UTF8.self) }
    var errors: String { String(decoding: errorText.withLock(\.self), as: UTF8.self) }

    /// - Returns: the exit status.
    func run(_ arguments: String...) async -> Int32 { await TensorWasm.execute(arguments, in: console) }
}
