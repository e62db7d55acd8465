import ArgumentParser

/// The jobs of a server.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "List, show, cancel or wait for jobs, which `invoke --async` makes.",
        subcommands: [
            JobsListCommand.self, JobsShowCommand.self, JobsCancelCommand.self, JobsWaitCommand.self,
        ],
        defaultSubcommand: JobsListCommand.self)
}
