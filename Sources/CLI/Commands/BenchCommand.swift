import ArgumentParser
import WasmEngine

/// Measures how long a call takes on this machine, the instance's making and end included.
struct BenchCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure spawn, call and drop of a module on this machine.",
        discussion: "One thread, no server. The guest's output is dropped and its input is empty.")

    @Argument(help: "Module in the binary or the text format; - is standard input.", completion: .file())
    var file: String

    @OptionGroup var call: CallOptions

    @Option(help: ArgumentHelp("Calls to measure.", valueName: "count"))
    var iterations = 10_000

    @Option(help: ArgumentHelp("Calls before the measurement.", valueName: "count"))
    var warmup = 100

    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func validate() throws {
        guard (1...ClientLimits.benchIterations).contains(iterations) else {
            throw ValidationError("--iterations must be between 1 and \(ClientLimits.benchIterations).")
        }
        guard (0...ClientLimits.benchIterations).contains(warmup) else {
            throw ValidationError("--warmup must be between 0 and \(ClientLimits.benchIterations).")
        }
    }

    func run(in console: Console) async throws {
        let bytes = try FileInput.read(file, limit: ClientLimits.moduleBytes)
        let module = try LocalModule(bytes, environment: console.environment)
        defer { module.close() }
        let prepared = try module.prepare(call)
        // The loop blocks this thread on purpose: nothing else runs in the process that a hand-over would serve.
        for _ in 0..<warmup { _ = try measure(prepared) }
        var samples: [UInt64] = []
        samples.reserveCapacity(iterations)
        for _ in 0..<iterations { samples.append(try measure(prepared)) }
        let latencies = Latencies(samples)
        switch output.output {
        case .text: console.output.print(table(prepared.export.name, latencies))
        case .json: console.output.print(json(prepared.export.name, latencies).text)
        }
    }

    /// - Returns: the nanoseconds from before the instance is made until it is gone.
    private func measure(_ call: LocalCall) throws(CommandError) -> UInt64 {
        let streams = GuestStreams(arguments: [FileInput.baseName(of: file)])
        let start = EpochTicker.now()
        let outcome = call.runHere(streams, deadline: start &+ ClientLimits.benchCallNanoseconds)
        let elapsed = EpochTicker.now() &- start
        if case .failure(let failure) = outcome { throw CommandError(failure) }
        return elapsed
    }

    private func table(_ export: String, _ latencies: Latencies) -> String {
        var table = TextTable(["EXPORT", "CALLS", "CALLS/S", "P50 µs", "P95 µs", "P99 µs", "MAX µs"])
        table.append(
            [export, "\(latencies.count)", "\(latencies.callsPerSecond)"]
                + [latencies.p50, latencies.p95, latencies.p99, latencies.maximum].map(Latencies.microseconds))
        return table.text
    }

    private func json(_ export: String, _ latencies: Latencies) -> JSONValue {
        func microseconds(_ nanoseconds: UInt64) -> JSONValue { .number(Latencies.microseconds(nanoseconds)) }
        return .object([
            ("export", .string(export)), ("iterations", .integer(latencies.count)), ("warmup", .integer(warmup)),
            ("calls_per_second", .integer(latencies.callsPerSecond)), ("p50_us", microseconds(latencies.p50)),
            ("p95_us", microseconds(latencies.p95)), ("p99_us", microseconds(latencies.p99)),
            ("max_us", microseconds(latencies.maximum)),
        ])
    }
}
