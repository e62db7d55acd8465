import Synchronization

@testable import CLI

/// A console that keeps what is written to it.
final class RecordedConsole: Sendable {
    private let outputText = Mutex<[UInt8]>([])
    private let errorText = Mutex<[UInt8]>([])
    private let environment: [String: String]
    private let isTerminal: Bool
    private let input: String
    private let hasPrinted: @Sendable (String) -> Void

    /// - Parameter hasPrinted: told of every piece of output.
    init(
        environment: [String: String] = [:], isTerminal: Bool = false, input: String = "",
        hasPrinted: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.environment = environment
        self.isTerminal = isTerminal
        self.input = input
        self.hasPrinted = hasPrinted
    }

    var console: Console {
        Console(
            output: ConsoleStream(isTerminal: isTerminal) { bytes in
                self.outputText.withLock { $0 += bytes }
                self.hasPrinted(String(decoding: bytes, as: UTF8.self))
            },
            errors: ConsoleStream(isTerminal: isTerminal) { bytes in self.errorText.withLock { $0 += bytes } },
            environment: environment,
            input: ConsoleInput(isTerminal: isTerminal) { [input] limit in Array(input.utf8.prefix(limit)) })
    }

    var output: String { String(decoding: outputText.withLock(\.self), as: UTF8.self) }
    var errors: String { String(decoding: errorText.withLock(\.self), as: UTF8.self) }

    /// - Returns: the exit status.
    func run(_ arguments: String...) async -> Int32 { await TensorWasm.execute(arguments, in: console) }
}
