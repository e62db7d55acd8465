import ArgumentParser

/// What an operator does with a running server.
struct AdminCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin", abstract: "Look at and end what runs on the server.", subcommands: [InstanceCommand.self])
}
