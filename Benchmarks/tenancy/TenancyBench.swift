import Foundation

/// Measures what every call pays for the quotas of its tenant.
///
/// Prints one line of JSON for each benchmark named as an argument, or for all: `{"name": …, "samples_us": […]}`.
@main
struct TenancyBench {
    static func main() {
        let wanted = Set(CommandLine.arguments.dropFirst())
        for benchmark in RegistryBenchmark.all where wanted.isEmpty || wanted.contains(benchmark.name) {
            let samples = benchmark.samples().map { String(format: "%.4f", $0) }
            print("{\"name\": \"\(benchmark.name)\", \"samples_us\": [\(samples.joined(separator: ", "))]}")
        }
    }
}
