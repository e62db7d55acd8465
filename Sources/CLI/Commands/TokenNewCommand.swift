import ArgumentParser

/// A new token.
struct TokenNewCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a token with 256 random bits, and its entry for the server's list.",
        discussion: """
            The token is printed once and kept nowhere. Give it to its user; put the entry, from which it cannot be \
            had, into TENSOR_WASM_API_TOKENS or a line of the file that TENSOR_WASM_API_TOKENS_FILE names.
            """)

    @Option(help: ArgumentHelp("Tenants it may act for: ids separated by commas, or *.", valueName: "ids"))
    var tenants: String

    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let token = TokenText.random()
        let entry = try token.entry(tenants: tenants)
        switch output.output {
        case .json:
            console.output.print(
                JSONValue.object([
                    ("token", .string(token.text)), ("hash", .string(token.hash)), ("entry", .string(entry)),
                ]).text)
        case .text:
            console.output.print("token  \(token.text)\nhash   \(token.hash)\nentry  \(entry)")
        }
    }
}
