import ArgumentParser

/// A command that writes to a console given to it and reports its failure by throwing.
protocol ConsoleCommand: AsyncParsableCommand {
    /// How results and errors are written.
    var outputFormat: OutputFormat { get }

    /// - Throws: ``CommandError``, `SettingsError`, or an error of the argument parser.
    func run(in console: Console) async throws
}

extension ConsoleCommand {
    var outputFormat: OutputFormat { .text }

    func run() async throws { try await run(in: .process) }
}
