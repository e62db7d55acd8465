extension Board {
    /// The board for programs: rates per second, times in seconds, sizes in bytes, `null` for what is not known.
    var json: JSONValue {
        .object([
            ("interval_seconds", .measure(interval)),
            ("version", version.map { .string($0) } ?? .null),
            ("uptime_seconds", .measure(uptimeSeconds)),
            (
                "requests",
                .object([
                    ("per_second", .measures(requests)), ("in_flight", .measure(requestsInFlight)),
                    ("latency_seconds", requestLatency.json),
                ])
            ),
            (
                "invocations",
                .object([
                    ("per_second", .measures(invocations)), ("latency_seconds", invocationLatency.json),
                    ("instances", .measure(instances)), ("waiting", .measure(waitingInvocations)),
                ])
            ),
            ("jobs", .object([("active", .measure(jobs)), ("ended_per_second", .measure(jobsEnded))])),
            ("streams", .object([("chunks_per_second", .measure(chunks))])),
            (
                "kernels",
                .object([
                    ("permits_used", .measure(permitsUsed)), ("permits", .measure(permits)),
                    ("launches_per_second", .measure(dispatches)),
                    ("device_memory_bytes", .measure(deviceMemoryBytes)),
                ])
            ),
            (
                "process",
                .object([
                    ("memory_bytes", .measure(memoryBytes)), ("processors", .measure(processors)),
                    ("open_files", .measure(openFiles)), ("open_files_limit", .measure(openFilesLimit)),
                ])
            ),
            (
                "refused",
                .object([
                    ("rate_limited_per_second", .measure(rateLimited)),
                    ("unauthenticated_per_second", .measure(refused)),
                ])
            ),
            ("audit", .object([("dropped", .measure(auditDrops)), ("newly_dropped", .measure(newAuditDrops))])),
            ("tenants", .array(tenants.map(\.json))),
            ("oldest_instances", oldest.map { .array($0.map(\.json)) } ?? .null),
        ])
    }
}

extension Board.Tenant {
    /// The id stays text: some tenants may share `other`.
    fileprivate var json: JSONValue {
        .object([
            ("tenant_id", .string(id)), ("invocations_per_second", .measure(invocations)),
            ("instances", .measure(instances)), ("memory_bytes", .measure(memoryBytes)),
        ])
    }
}

extension LiveInstance {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id)), ("tenant_id", .string(tenant)), ("function_id", .string(function)),
            ("export", .string(export)), ("state", .string(state)),
            ("started_unix_ms", startedUnixMilliseconds.map { .integer($0) } ?? .null),
            ("memory_bytes", memoryBytes.map { .integer($0) } ?? .null),
        ])
    }
}

extension Percentiles {
    fileprivate var json: JSONValue {
        .object([("p50", .measure(p50)), ("p95", .measure(p95)), ("p99", .measure(p99))])
    }
}

extension JSONValue {
    /// A number without more digits than it is worth; `null` for one that JSON has none for.
    fileprivate static func measure(_ value: Double?) -> JSONValue {
        guard let value, value.isFinite, value.magnitude < 1e15 else { return .null }
        let rounded = (value * 1e6).rounded() / 1e6
        return rounded == rounded.rounded() ? .number("\(Int64(rounded))") : .number("\(rounded)")
    }

    fileprivate static func measures(_ values: [String: Double]) -> JSONValue {
        .object(values.sorted { $0.key < $1.key }.map { ($0.key, .measure($0.value)) })
    }
}
