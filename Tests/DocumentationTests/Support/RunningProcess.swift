import Foundation
import Synchronization

/// A program that runs, with what it writes.
final class RunningProcess: Sendable {
    struct Result {
        let status: Int32
        /// Standard output and standard error in the order of their writing.
        let output: String
    }

    let output: PipeText
    let errors: PipeText
    private let process: Process
    private let ended: Task<Int32, Never>

    /// Starts a program with an empty standard input and an environment of its own, so that no setting of the person who
    /// runs the tests has an effect.
    init(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:], directory: URL = Checkout.root,
        mergesErrors: Bool = false
    ) throws {
        let outputPipe = Pipe()
        let errorPipe = mergesErrors ? outputPipe : Pipe()
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.environment = Self.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = outputPipe
        process.standardError = errorPipe
        let (exits, exit) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { process in
            // As a shell tells it: 128 and the number of the signal that ended the process.
            let status = process.terminationStatus
            exit.yield(process.terminationReason == .uncaughtSignal ? 128 + status : status)
            exit.finish()
        }
        output = PipeText(outputPipe.fileHandleForReading)
        errors = mergesErrors ? output : PipeText(errorPipe.fileHandleForReading)
        self.process = process
        ended = Task {
            for await status in exits { return status }
            return -1
        }
        try process.run()
    }

    private static let environment = ["PATH", "HOME"].reduce(into: ["LC_ALL": "C.UTF-8"]) { result, name in
        result[name] = ProcessInfo.processInfo.environment[name]
    }

    /// The status after the end; 128 and its number for a signal.
    var status: Int32 { get async { await ended.value } }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Runs a program to its end.
    static func run(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:], directory: URL = Checkout.root
    ) async throws -> Result {
        let process = try RunningProcess(
            program, arguments, environment: environment, directory: directory, mergesErrors: true)
        let status = await process.status
        return Result(status: status, output: await process.output.all())
    }
}
