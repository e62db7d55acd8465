import ArgumentParser
import Glibc
import Settings

extension TensorWasm {
    /// Runs the program with the process's own arguments, environment and streams, and ends the process.
    ///
    /// The exit status follows the contract: 0 ok, 1 failure, 2 bad input or usage, 3 not offered by the server, 4 the
    /// guest trapped or timed out. A command that throws an `ExitCode` of its own keeps it.
    public static func runMain() async -> Never {
        let status = await execute(Array(CommandLine.arguments.dropFirst()), in: .process)
        Glibc.exit(status)
    }

    /// Runs one command line and reports its error, if any, on `console`.
    /// - Parameter arguments: without the program's name.
    /// - Returns: the exit status.
    static func execute(_ arguments: [String], in console: Console) async -> Int32 {
        var format = OutputFormat.text
        do {
            var command = try parseAsRoot(arguments)
            if let command = command as? any ConsoleCommand {
                format = command.outputFormat
                try await command.run(in: console)
            } else if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return console.output.hasFailed ? report(.outputFailed, as: format, on: console) : 0
        } catch {
            return report(error, as: format, on: console)
        }
    }

    private static func report(_ error: any Error, as format: OutputFormat, on console: Console) -> Int32 {
        switch error {
        case let error as CommandError:
            return report(error, as: format, on: console)
        case let error as SettingsError:
            return report(CommandError(.badInput, kind: error.code.description, "\(error)"), as: format, on: console)
        default:
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            let stream = code == .success ? console.output : console.errors
            if !text.isEmpty { stream.print(text) }
            return code == .validationFailure ? CommandError.Code.badInput.exitStatus : code.rawValue
        }
    }

    private static func report(_ error: CommandError, as format: OutputFormat, on console: Console) -> Int32 {
        switch format {
        case .text: console.errors.print("error: \(error)")
        case .json: console.errors.print(error.json.text)
        }
        return error.code.exitStatus
    }
}
