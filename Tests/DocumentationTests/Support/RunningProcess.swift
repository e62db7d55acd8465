import Foundation
import Synchronization

/// A program that runs, with what it writes.
struct RunningProcess: Sendable {
    struct Result {
        let status: Int32
        /// Standard output and standard error in the order of their writing.
        let output: String
    }

    let output: PipeText
    let errors: PipeText
    private let process: SpawnedProcess

    /// Starts a program with an empty standard input and an environment of its own, so that no setting of the person who
    /// runs the tests has an effect.
    init(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:], directory: URL = Checkout.root,
        mergesErrors: Bool = false
    ) throws {
        // One start at a time: a pipe that another child inherits would not end with its own.
        (process, output, errors) = try Self.starting.withLock { _ in
            let outputPipe = try Self.makePipe()
            let errorPipe = mergesErrors ? outputPipe : try Self.makePipe()
            defer {
                close(outputPipe.write)
                if !mergesErrors { close(errorPipe.write) }
            }
            let output = PipeText(outputPipe.read)
            let process = try SpawnedProcess(
                ["/usr/bin/env", "-C", directory.path, program.path] + arguments,
                environment: Self.environment.merging(environment) { $1 }, output: outputPipe.write,
                errors: errorPipe.write)
            return (process, output, mergesErrors ? output : PipeText(errorPipe.read))
        }
    }

    private static let starting = Mutex(())

    /// The status after the end; 128 and its number for a signal.
    var status: Int32 { get async { await process.status } }

    func signal(_ number: Int32) { process.signal(number) }

    /// Runs a program to its end.
    static func run(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:], directory: URL = Checkout.root
    ) async throws -> Result {
        let process = try RunningProcess(
            program, arguments, environment: environment, directory: directory, mergesErrors: true)
        let status = await process.status
        return Result(status: status, output: await process.output.all())
    }

    private static let environment = ["PATH", "HOME"].reduce(into: ["LC_ALL": "C.UTF-8"]) { result, name in
        result[name] = ProcessInfo.processInfo.environment[name]
    }

    private static func makePipe() throws -> (read: Int32, write: Int32) {
        var descriptors: [Int32] = [0, 0]
        guard pipe(&descriptors) == 0 else { throw Failure("no pipe: errno \(errno)") }
        for descriptor in descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        return (descriptors[0], descriptors[1])
    }
}
