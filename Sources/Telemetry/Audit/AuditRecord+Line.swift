extension AuditRecord {
    /// The record as one line of JSON with its line break, at most ``TelemetryLimits/auditLineBytes`` long.
    var line: [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(768)
        line.append(contentsOf: #"{"ts_unix_ms":"#.utf8)
        NumberText.append(unixMilliseconds, to: &line)
        line.append(contentsOf: #","request_id":""#.utf8)
        Self.append(requestID.hexDigits, to: &line)
        line.append(contentsOf: #"","trace_id":""#.utf8)
        Self.append(traceID.hexDigits, to: &line)
        line.append(contentsOf: #"","actor":{"kind":""#.utf8)
        actor.append(to: &line)
        line.append(contentsOf: #"},"action":""#.utf8)
        line.append(contentsOf: action.rawValue.utf8)
        line.append(contentsOf: #"","resource":{"#.utf8)
        resource.append(to: &line)
        line.append(contentsOf: #"},"outcome":{"status_code":"#.utf8)
        outcome.append(to: &line)
        line.append(contentsOf: #"},"latency_ms":"#.utf8)
        Self.appendMilliseconds(nanoseconds: latencyNanoseconds, to: &line)
        line.append(contentsOf: #","peer_addr":"#.utf8)
        AuditText.append(peerAddress, limit: TelemetryLimits.auditAddressBytes, to: &line)
        line.append(contentsOf: #","client_cert_subject":"#.utf8)
        AuditText.append(clientCertificateSubject, limit: TelemetryLimits.auditSubjectBytes, to: &line)
        line.append(contentsOf: "}\n".utf8)
        return line
    }

    private static func append(_ digits: InlineArray<32, UInt8>, to line: inout [UInt8]) {
        for index in digits.indices { line.append(digits[index]) }
    }

    /// Always three decimals, rounded to the nearest microsecond.
    private static func appendMilliseconds(nanoseconds: UInt64, to line: inout [UInt8]) {
        let microseconds = nanoseconds / 1_000 + (nanoseconds % 1_000 >= 500 ? 1 : 0)
        NumberText.append(microseconds / 1_000, to: &line)
        let fraction = microseconds % 1_000
        line.append(UInt8(ascii: "."))
        for digit in [fraction / 100, fraction / 10 % 10, fraction % 10] {
            line.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
        }
    }
}

extension AuditActor {
    /// From after the quote that opens the value of `kind`.
    fileprivate func append(to line: inout [UInt8]) {
        line.append(contentsOf: kind.rawValue.utf8)
        line.append(contentsOf: #"","token_id":"#.utf8)
        AuditText.append(tokenID, limit: TelemetryLimits.auditNameBytes, to: &line)
        line.append(contentsOf: #","scope":"#.utf8)
        AuditText.append(scope, limit: TelemetryLimits.auditScopeBytes, to: &line)
    }
}

extension AuditResource {
    fileprivate func append(to line: inout [UInt8]) {
        let start = line.count
        append("function_id", functionID, from: start, to: &line)
        if let tenantID {
            appendKey("tenant_id", from: start, to: &line)
            NumberText.append(tenantID, to: &line)
        }
        append("job_id", jobID, from: start, to: &line)
        append("instance_id", instanceID, from: start, to: &line)
    }

    private func append(_ key: String, _ id: String?, from start: Int, to line: inout [UInt8]) {
        guard let id else { return }
        appendKey(key, from: start, to: &line)
        AuditText.append(id, limit: TelemetryLimits.auditNameBytes, to: &line)
    }

    private func appendKey(_ key: String, from start: Int, to line: inout [UInt8]) {
        if line.count > start { line.append(UInt8(ascii: ",")) }
        line.append(UInt8(ascii: "\""))
        line.append(contentsOf: key.utf8)
        line.append(contentsOf: #"":"#.utf8)
    }
}

extension AuditOutcome {
    /// From after the key `status_code`.
    fileprivate func append(to line: inout [UInt8]) {
        NumberText.append(Int64(statusCode), to: &line)
        guard let errorKind else { return }
        line.append(contentsOf: #","error_kind":"#.utf8)
        AuditText.append(errorKind, limit: TelemetryLimits.auditNameBytes, to: &line)
    }
}
