import ArgumentParser

/// Tokens for the server's list.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make a token, or the hash of one for the server's list.",
        subcommands: [TokenNewCommand.self, TokenHashCommand.self])
}
