import ArgumentParser
import Storage

/// Copies a data directory into one file.
struct BackupCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write everything a server has stored into one file.",
        discussion: """
            Works beside a running server: the file holds one moment of its functions, modules and jobs, and appears \
            under its name when it is complete. It is readable for its owner only, because requests of clients are in it.
            """)

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @Flag(help: "Replace the file if it exists.")
    var replace = false

    @OptionGroup var data: DataDirectoryOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let directory = try data.path(in: console.environment)
        let report: BackupReport
        do throws(StorageError) {
            // It blocks this thread on purpose: nothing else runs in the process that a hand-over would serve.
            report = try Storage.backup(directory: directory, to: file, replacing: replace)
        } catch {
            throw CommandError(error)
        }
        switch output.output {
        case .json: console.output.print(JSONValue.object([("file", .string(file))] + report.members).text)
        case .text: console.output.print("\(file): \(report.text)")
        }
    }
}
