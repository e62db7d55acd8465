import Compute
import Foundation
import Storage
import Synchronization
import Telemetry
import Tenancy
import Testing
import WasmEngine

@testable import Runtime

/// A runtime over a data directory of its own, with few slots so that it starts quickly.
final class TestRuntime: Sendable {
    let runtime: Runtime
    let storage: Storage
    let registry = MetricsRegistry()
    let directory: String
    static let tenant = TenantID(0)

    init(
        instances: Int = 8, waiting: Int = 8, hasDevice: Bool = true,
        in directory: String = TestRuntime.newDirectory(),
        configure: (inout RuntimeConfiguration) -> Void = { _ in }
    ) throws {
        self.directory = directory
        storage = try Storage(directory: directory)
        var configuration = RuntimeConfiguration()
        configuration.engine = EngineConfiguration(maximumInstances: instances, maximumMemoryBytes: 4 << 20)
        configuration.waitingCalls = waiting
        let metrics = TensorWasmMetrics(
            registry: registry, routes: ["/healthz"],
            buildInfo: BuildInfo(
                version: "0", gitSHA: "0", swiftVersion: "0", wasmtimeVersion: "0", profile: "0", target: "0"))
        configuration.compute = ComputeService(
            device: hasDevice ? CPUDevice(threads: 2) : nil, digest: { Array(Digest(of: $0).hex.utf8) },
            observer: KernelObserver(metrics))
        configure(&configuration)
        runtime = try Runtime(configuration, storage: storage, metrics: metrics)
    }

    static func newDirectory() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("tensor-wasm-\(UUID().uuidString)").path
    }

    /// Stops the runtime but keeps its directory, as a restart would.
    func stop() async throws {
        runtime.shutDown()
        try await storage.close()
    }

    func remove() async throws {
        try await stop()
        try FileManager.default.removeItem(atPath: directory)
    }

    func deploy(
        _ text: String, name: String = "f", tenant: TenantID = TestRuntime.tenant
    ) async throws -> FunctionRecord {
        try await runtime.deploy(name: name, tenant: tenant, source: .text(Array(text.utf8)))
    }

    func request(
        _ function: FunctionRecord, _ export: String? = nil, _ arguments: [ArgumentLiteral] = [],
        milliseconds: UInt64? = nil
    ) -> CallRequest {
        CallRequest(
            function: function.id, tenant: function.tenant, export: export, arguments: arguments,
            arrival: EpochTicker.now(), timeLimit: milliseconds.map { $0 * 1_000_000 })
    }

    /// The value of one series of the metrics page; 0 when it is not shown.
    func metric(_ series: String) -> Double {
        let page = String(decoding: registry.prometheusText(), as: UTF8.self)
        let line = page.split(separator: "\n").first { $0.hasPrefix(series + " ") }
        return line.flatMap { Double($0.dropFirst(series.count + 1)) } ?? 0
    }
}

func withRuntime(
    instances: Int = 8, waiting: Int = 8, hasDevice: Bool = true,
    configure: (inout RuntimeConfiguration) -> Void = { _ in }, _ body: (TestRuntime) async throws -> Void
) async throws {
    let test = try TestRuntime(instances: instances, waiting: waiting, hasDevice: hasDevice, configure: configure)
    do {
        try await body(test)
    } catch {
        try await test.remove()
        throw error
    }
    try await test.remove()
}

extension CallAnswer {
    var values: [Value]? { try? result.get() }
    var failure: RuntimeError? {
        if case .failure(let error) = result { error } else { nil }
    }
}

enum Guests {
    static let add =
        "(module (func (export \"add\") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))"
    static let spin =
        "(module (func (export \"spin\") (loop $l (br $l))) (func (export \"quick\") (result i32) (i32.const 1)))"
}
