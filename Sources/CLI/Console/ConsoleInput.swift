import Glibc
import SystemPackage

/// Standard input, for what must not be an argument.
struct ConsoleInput: Sendable {
    /// Whether a person types it.
    let isTerminal: Bool
    /// Reads up to a number of bytes; a person's line without showing it.
    let read: @Sendable (_ limit: Int) throws(CommandError) -> [UInt8]

    /// The process's own.
    static let process = ConsoleInput(isTerminal: isatty(STDIN_FILENO) == 1) { limit throws(CommandError) in
        isatty(STDIN_FILENO) == 1 ? try secretLine(limit) : try FileInput.read("-", limit: limit)
    }

    /// One line of the terminal, which shows nothing of it meanwhile.
    ///
    /// The keys that would interrupt the program are read like others, so that it never ends with the terminal silent.
    private static func secretLine(_ limit: Int) throws(CommandError) -> [UInt8] {
        var usual = termios()
        guard tcgetattr(STDIN_FILENO, &usual) == 0 else { throw .badInput("the terminal cannot be read") }
        var silent = usual
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 else {
            throw .badInput("the terminal cannot be kept from showing what is typed")
        }
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual) }
        var line = SecretLine(limit: limit)
        var byte: [UInt8] = [0]
        while true {
            // The descriptor reads into raw memory only; the buffer does not leave the closure.
            let count = (try? byte.withUnsafeMutableBytes { try FileDescriptor.standardInput.read(into: $0) }) ?? 0
            if let result = line.type(count == 1 ? byte[0] : nil) { return try result.get() }
        }
    }
}
