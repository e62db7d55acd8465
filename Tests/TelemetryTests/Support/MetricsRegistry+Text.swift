@testable import Telemetry

extension MetricsRegistry {
    func text(_ format: ExpositionFormat = .prometheusText) -> String {
        String(decoding: page(format), as: UTF8.self)
    }

    /// The lines of the page that are samples.
    var samples: [String] {
        text().split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }

    /// The value of the sample that is written exactly so.
    func value(_ sample: String) -> String? {
        samples.first { $0.hasPrefix(sample + " ") }.map { String($0.dropFirst(sample.count + 1)) }
    }
}
