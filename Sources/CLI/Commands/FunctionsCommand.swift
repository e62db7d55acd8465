import ArgumentParser

/// The functions of a server.
struct FunctionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "functions", abstract: "List, show or delete the functions of the server.",
        subcommands: [FunctionsListCommand.self, FunctionsShowCommand.self, FunctionsDeleteCommand.self],
        defaultSubcommand: FunctionsListCommand.self)
}
