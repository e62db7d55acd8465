import Foundation
import Synchronization

@testable import Telemetry

/// A record that `number` tells from others; it stands in `resource.tenant_id`.
func sampleRecord(_ number: UInt64 = 0) -> AuditRecord {
    AuditRecord(
        unixMilliseconds: 1_764_000_000_000,
        requestID: RequestID(),
        traceID: .random(),
        actor: AuditActor(kind: .token, tokenID: "9f86d081", scope: "1,2"),
        action: .invokeFunction,
        resource: AuditResource(functionID: "0b5b6d0a-5f0e-4d43-9b8e-3c1a4f3c7d11", tenantID: number),
        outcome: AuditOutcome(statusCode: 200),
        latencyNanoseconds: 1_500_000,
        peerAddress: "192.0.2.1:50312"
    )
}

func sampleMetrics() -> AuditMetrics {
    AuditMetrics(registry: MetricsRegistry())
}

/// The text of an audit file.
func text(ofFile path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
}

/// What was told to a closure that other threads call.
final class Heard<Value: Sendable>: Sendable {
    private let list = Mutex<[Value]>([])

    var values: [Value] { list.withLock { $0 } }

    func append(_ value: Value) {
        list.withLock { $0.append(value) }
    }
}

extension Heard where Value == UInt64 {
    /// Takes the number of each record in some lines of JSON.
    func append(numbersIn lines: String) throws {
        for line in lines.split(separator: "\n") { append(try AuditLine(String(line)).resource.tenantId ?? .max) }
    }
}
