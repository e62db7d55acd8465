import TestSupport
import Testing

@testable import Telemetry

struct AuditRecordTests {
    private func record(
        actor: AuditActor = AuditActor(kind: .anonymous, scope: "*"),
        action: AuditAction = .deleteFunction,
        resource: AuditResource = AuditResource(),
        outcome: AuditOutcome = AuditOutcome(statusCode: 204),
        nanoseconds: UInt64 = 0,
        peer: String? = nil,
        subject: String? = nil
    ) throws -> AuditRecord {
        AuditRecord(
            unixMilliseconds: -5,
            requestID: RequestID(),
            traceID: try #require(TraceID(high: 1, low: .max)),
            actor: actor,
            action: action,
            resource: resource,
            outcome: outcome,
            latencyNanoseconds: nanoseconds,
            peerAddress: peer,
            clientCertificateSubject: subject
        )
    }

    private func text(_ record: AuditRecord) -> String { String(decoding: record.line, as: UTF8.self) }

    @Test func `a record with everything has all fields in their order`() throws {
        let record = try record(
            actor: AuditActor(kind: .jwt, tokenID: "0123abcd", scope: "1,18446744073709551615"),
            action: .cancelJob,
            resource: AuditResource(functionID: "f", tenantID: .max, jobID: "j", instanceID: "i"),
            outcome: AuditOutcome(statusCode: 409, errorKind: "job_finished"),
            nanoseconds: 12_345_678,
            peer: "[2001:db8::1]:9",
            subject: "CN=\"a\""
        )
        #expect(
            text(record) == #"{"ts_unix_ms":-5,"request_id":""# + record.requestID.hex
                + #"","trace_id":"0000000000000001ffffffffffffffff","actor":{"kind":"jwt","token_id":"0123abcd","#
                + #""scope":"1,18446744073709551615"},"action":"cancel_job","resource":{"function_id":"f","#
                + #""tenant_id":18446744073709551615,"job_id":"j","instance_id":"i"},"outcome":{"status_code":409,"#
                + #""error_kind":"job_finished"},"latency_ms":12.346,"peer_addr":"[2001:db8::1]:9","#
                + #""client_cert_subject":"CN=\"a\""}"# + "\n"
        )
    }

    @Test func `what is not known is null or left out`() throws {
        let record = try record(actor: .signal, action: .reloadConfiguration)
        #expect(
            text(record).hasSuffix(
                #""actor":{"kind":"signal","token_id":null,"scope":null},"action":"reload_configuration","resource":{},"#
                    + #""outcome":{"status_code":204},"latency_ms":0.000,"peer_addr":null,"client_cert_subject":null}"#
                    + "\n"))
    }

    @Test(arguments: [
        (AuditResource(tenantID: 0, jobID: "j"), #"{"tenant_id":0,"job_id":"j"}"#),
        (AuditResource(jobID: "j"), #"{"job_id":"j"}"#),
        (AuditResource(functionID: "f", instanceID: "i"), #"{"function_id":"f","instance_id":"i"}"#),
    ])
    func `parts of a resource are separated whichever there are`(_ resource: AuditResource, _ json: String) throws {
        #expect(text(try record(resource: resource)).contains(#""resource":"# + json + ","))
    }

    @Test(arguments: [
        (UInt64(0), "0.000"), (499, "0.000"), (500, "0.001"), (999_499, "0.999"), (999_500, "1.000"),
        (1_050_000, "1.050"), (61_000_007_000, "61000.007"), (.max, "18446744073709.552"),
    ])
    func `a latency has three decimals and is rounded`(_ nanoseconds: UInt64, _ number: String) throws {
        #expect(text(try record(nanoseconds: nanoseconds)).contains(#""latency_ms":\#(number),"#))
    }

    @Test(arguments: ["correct-horse-battery-staple", "ABCDEF01", "1234567", "123456789", "1234567g", ""])
    func `what is not the beginning of a digest is no token id`(_ tokenID: String) throws {
        let record = try record(actor: AuditActor(kind: .token, tokenID: tokenID, scope: "*"))
        #expect(text(record).contains(#""token_id":null"#))
        #expect(tokenID.isEmpty || !text(record).contains(tokenID))
    }

    @Test func `a line is never longer than its limit, whatever the texts are`() throws {
        for character in ["\u{0}", "\"", "é", "\u{10FFFF}", "\u{E0001}", "x"] {
            let long = String(repeating: character, count: 100_000)
            let record = try record(
                actor: AuditActor(kind: .unauthenticated, tokenID: "ffffffff", scope: long),
                action: .invokeFunctionStream,
                resource: AuditResource(functionID: long, tenantID: .max, jobID: long, instanceID: long),
                outcome: AuditOutcome(statusCode: .min, errorKind: long),
                nanoseconds: .max,
                peer: long,
                subject: long
            )
            #expect(record.line.count <= TelemetryLimits.auditLineBytes)
            _ = try AuditLine(text(record))
        }
    }

    @Test(arguments: 0..<300)
    func `any record is one line of JSON that says what the record says`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let texts = (0..<6).map { _ in HostileText.random(&generator) }
        let record = try record(
            actor: AuditActor(kind: .token, scope: texts[0]),
            resource: AuditResource(functionID: texts[1], jobID: texts[2]),
            outcome: AuditOutcome(statusCode: 403, errorKind: texts[3]),
            peer: texts[4],
            subject: texts[5]
        )
        let line = record.line
        #expect(line.count { $0 == UInt8(ascii: "\n") } == 1)
        #expect(line.last == UInt8(ascii: "\n"))
        let read = try AuditLine(text(record))
        let shown = [
            read.actor.scope, read.resource.functionId, read.resource.jobId, read.outcome.errorKind, read.peerAddr,
            read.clientCertSubject,
        ]
        for (text, shown) in zip(texts, shown) {
            let shown = try #require(shown)
            // Scalar by scalar: `==` on strings takes é and e with an accent for the same.
            let isWhole = Array(shown.unicodeScalars) == Array(text.unicodeScalars)
            let isCut =
                shown.unicodeScalars.last == "…" && text.unicodeScalars.starts(with: shown.unicodeScalars.dropLast())
            #expect(isWhole || isCut, "\(text.debugDescription) became \(shown.debugDescription)")
        }
    }

    @Test func `every action of the interface has its name`() {
        #expect(
            AuditAction.allCases.map(\.rawValue) == [
                "create_function", "delete_function", "invoke_function", "invoke_function_async",
                "invoke_function_stream", "cancel_job", "terminate_instance", "reload_configuration",
            ])
    }
}
