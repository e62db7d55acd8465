import ArgumentParser
import Storage

/// Makes a data directory of a backup.
struct RestoreCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a data directory of a backup.",
        discussion: """
            The directory must be empty or not exist; nothing is ever replaced. Every byte of the backup is verified \
            before the directory can be served. Jobs that had not ended are begun again when a server starts on it.
            """)

    @Argument(help: "A file that `backup` has written.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The new data directory.", valueName: "directory"), completion: .directory)
    var dataDir: String

    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let report: BackupReport
        do throws(StorageError) {
            report = try Storage.restore(from: file, into: dataDir)
        } catch {
            throw CommandError(error)
        }
        switch output.output {
        case .json: console.output.print(JSONValue.object([("data_dir", .string(dataDir))] + report.members).text)
        case .text: console.output.print("\(dataDir): \(report.text)")
        }
    }
}
