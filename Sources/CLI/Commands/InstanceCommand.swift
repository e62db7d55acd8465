import ArgumentParser

/// The live instances of a server.
struct InstanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instance", abstract: "List or terminate live instances.",
        subcommands: [InstanceListCommand.self, InstanceTerminateCommand.self],
        defaultSubcommand: InstanceListCommand.self)
}
