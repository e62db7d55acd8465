import ArgumentParser

/// The hash of a token.
struct TokenHashCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "hash", abstract: "Print what may stand in the server's list in place of a token.",
        discussion: """
            Reads the token from standard input, on a terminal without showing it. It is never an argument: arguments \
            are visible to every user of the machine. A token that is easily guessed is no safer for being hashed; \
            `token new` makes one that is not.
            """)

    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        if console.input.isTerminal { console.errors.print("token (not shown):") }
        let token = try TokenText(line: try console.input.read(ClientLimits.tokenFileBytes))
        switch output.output {
        case .json: console.output.print(JSONValue.object([("hash", .string(token.hash))]).text)
        case .text: console.output.print(token.hash)
        }
    }
}
