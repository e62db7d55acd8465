import Compute
import Foundation

/// Measures the CPU device: whole kernels, what the runtime adds to a launch, and the check of a large text.
///
/// Prints one line of JSON for each benchmark named as an argument, or for all: `{"name": …, "samples_us": […]}`.
@main
struct KernelBench {
    static func main() throws {
        let wanted = Set(CommandLine.arguments.dropFirst())
        let benchmarks = KernelBenchmark.all + DispatchBenchmark.all + [TextBenchmark.largest]
        for benchmark in benchmarks where wanted.isEmpty || wanted.contains(benchmark.name) {
            let samples = try benchmark.samples().map { String(format: "%.3f", $0) }
            print("{\"name\": \"\(benchmark.name)\", \"samples_us\": [\(samples.joined(separator: ", "))]}")
        }
    }
}

/// Something that can be measured by its name.
struct Benchmark {
    let name: String
    /// Microseconds, one for each repetition.
    let samples: () throws -> [Double]
}

/// A stopwatch on the monotonic clock.
enum Stopwatch {
    /// The time that `body` takes, in microseconds.
    static func microseconds(_ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try body()
        let elapsed = start.duration(to: .now).components
        return Double(elapsed.seconds) * 1e6 + Double(elapsed.attoseconds) / 1e12
    }
}
