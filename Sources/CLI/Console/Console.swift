import FoundationEssentials
import SystemPackage

/// The world of one command: its streams and environment, which tests replace.
struct Console: Sendable {
    let output: ConsoleStream
    let errors: ConsoleStream
    let environment: [String: String]
    /// For what must not be an argument; other commands read the process's standard input themselves.
    var input = ConsoleInput.process

    /// The process's own. Foundation reads the environment without the race of the C library's global.
    static let process = Console(
        output: ConsoleStream(.standardOutput), errors: ConsoleStream(.standardError),
        environment: ProcessInfo.processInfo.environment)

    /// A line for people, on standard error so that it never mixes with a result.
    func warn(_ text: String) { errors.print("warning: \(text)") }
}
