import ArgumentParser
import PTX
import Settings

/// Judges a PTX file as the server would when a guest loads it.
struct KernelCheckCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a PTX file and describe its kernels.",
        discussion: """
            Prints target, kernels, parameters, registers and shared memory, and the instructions that no device of \
            this version runs. Ends with status 2 when the text has faults; each is shown with its place.
            """)

    @Argument(help: "PTX file; - is standard input.", completion: .file(extensions: ["ptx"]))
    var file: String

    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let text = try FileInput.read(file, limit: KernelLimits.textBytes.value)
        do throws(PTXError) {
            let summary = ModuleSummary(try CheckedModule.read(text))
            switch output.output {
            case .text: console.output.print(summary.text(file: file))
            case .json: console.output.print(summary.json(file: file).text)
            }
        } catch {
            report(error.diagnostics, in: text, on: console)
            // The lines have said everything; only the status is missing.
            throw ExitCode(CommandError.Code.badInput.exitStatus)
        }
    }

    private func report(_ diagnostics: [Diagnostic], in text: [UInt8], on console: Console) {
        switch output.output {
        case .text:
            let source = SourceExcerpt(text)
            for diagnostic in diagnostics { console.errors.print(source.message(for: diagnostic, file: file)) }
            console.errors.print(diagnostics.count == 1 ? "1 error" : "\(diagnostics.count) errors")
        case .json:
            let members = diagnostics.map { diagnostic in
                JSONValue.object([
                    ("line", .integer(diagnostic.span.line)), ("column", .integer(diagnostic.span.column)),
                    ("length", .integer(diagnostic.span.length)), ("code", .string(diagnostic.code.rawValue)),
                    ("message", .string(diagnostic.message)),
                ])
            }
            console.output.print(JSONValue.object([("file", .string(file)), ("diagnostics", .array(members))]).text)
        }
    }
}
