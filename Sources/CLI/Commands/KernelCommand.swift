import ArgumentParser

/// Kernels in files, without a server.
struct KernelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kernel", abstract: "Look at kernels in PTX files.", subcommands: [KernelCheckCommand.self])
}
