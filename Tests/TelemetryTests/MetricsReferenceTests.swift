import Foundation
import Testing

@testable import Telemetry

/// `docs/METRICS.md` and the page name the same families.
struct MetricsReferenceTests {
    private static let build = BuildInfo(
        version: "1", gitSHA: "a", swiftVersion: "6", wasmtimeVersion: "50", profile: "debug", target: "t")

    /// The rows of the tables whose header begins with `Family`: name and type.
    private func described() throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let document = try String(contentsOf: root.appending(path: "docs/METRICS.md"), encoding: .utf8)
        return document.matches(of: /(?m)^\| `([a-z_]+)` \| (counter|gauge|histogram)\b/).map { "\($0.1) \($0.2)" }
    }

    @Test func `every family of the page is in the reference with its type, and no other`() throws {
        let registry = MetricsRegistry()
        _ = TensorWasmMetrics(registry: registry, routes: [], buildInfo: Self.build)
        ProcessMetrics.register(in: registry)
        let exposed = registry.text().split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }
            .map { String($0.dropFirst(7)) }
        #expect(try described().sorted() == exposed.sorted())
    }
}
