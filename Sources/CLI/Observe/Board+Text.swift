extension Board {
    /// The board as lines for a terminal or a file, without control sequences of its own.
    /// - Parameter server: where it was scraped.
    func lines(server: String) -> [String] {
        var lines = [title(server), ""]
        lines += [
            row("requests", rate(requests.values.reduce(0, +)) + parts(requests, Self.classOrder)),
            row("  latency", "\(text(requestLatency)), in flight \(count(requestsInFlight))"),
            row("invocations", rate(invocations.values.reduce(0, +)) + parts(invocations, Self.outcomeOrder)),
            row("  latency", text(invocationLatency)),
            row("instances", "\(count(instances)), waiting \(count(waitingInvocations))"),
            row("jobs", "\(count(jobs)) active, \(rate(jobsEnded)) ended; streams \(rate(chunks)) chunks"),
            row(
                "kernels",
                "\(count(permitsUsed)) of \(count(permits)) permits, \(rate(dispatches)) launches, "
                    + "device memory \(bytes(deviceMemoryBytes))"),
            row(
                "process",
                "memory \(bytes(memoryBytes)), \(processors.map { Quantity.number($0) } ?? "-") processors, "
                    + "files \(count(openFiles)) of \(count(openFilesLimit))"),
            row(
                "refused",
                "\(rate(rateLimited)) over a rate limit, \(rate(refused)) without valid credentials"),
            row("audit", "\(count(auditDrops)) records dropped, \(count(newAuditDrops)) of them just now"),
        ]
        lines += [""] + table(tenantTable, more: tenantCount - tenants.count)
        lines += [""] + instanceLines
        return lines.map(ControlSequenceFilter.clean)
    }

    private static let classOrder = ["1xx", "2xx", "3xx", "4xx", "5xx"]
    private static let outcomeOrder = ["ok", "trap", "timeout", "cancelled", "rejected", "internal"]

    private func title(_ server: String) -> String {
        let parts = [
            version.map { "version \($0)" }, uptimeSeconds.map { "up \(Quantity.duration(seconds: $0))" },
            "the last \(Quantity.duration(seconds: interval))",
        ]
        return "\(server)  " + parts.compactMap(\.self).joined(separator: ", ")
    }

    private func row(_ name: String, _ text: String) -> String {
        name + String(repeating: " ", count: max(13 - name.count, 1)) + text
    }

    private var tenantTable: TextTable {
        var table = TextTable(["TENANT", "CALLS/S", "INSTANCES", "MEMORY"])
        for tenant in tenants {
            table.append([
                tenant.id, Quantity.number(tenant.invocations), count(tenant.instances),
                Quantity.bytes(tenant.memoryBytes),
            ])
        }
        return table
    }

    private var instanceLines: [String] {
        guard let oldest else { return ["instances are not shown to this token"] }
        var rows = TextTable(LiveInstance.header)
        // Cleaned before the columns are measured.
        for instance in oldest {
            rows.append(instance.row(now: unixMilliseconds).map { ControlSequenceFilter.clean($0) })
        }
        return table(rows, more: 0)
    }

    private func table(_ table: TextTable, more: Int) -> [String] {
        table.text.split(separator: "\n").map(String.init) + (more > 0 ? ["and \(more) more"] : [])
    }

    /// The parts that are not 0, those that are known in their order.
    private func parts(_ rates: [String: Double], _ order: [String]) -> String {
        let others = rates.keys.filter { !order.contains($0) }.sorted()
        let shown = (order + others).compactMap { name in
            rates[name].flatMap { $0 > 0 ? "\(name) \(Quantity.number($0))" : nil }
        }
        return shown.isEmpty ? "" : " (" + shown.joined(separator: ", ") + ")"
    }

    private func text(_ latency: Percentiles) -> String {
        func shown(_ seconds: Double?) -> String { seconds.map { Quantity.duration(seconds: $0) } ?? "-" }
        return "P50 \(shown(latency.p50)), P95 \(shown(latency.p95)), P99 \(shown(latency.p99))"
    }

    private func rate(_ value: Double?) -> String { (value.map { Quantity.number($0) } ?? "-") + "/s" }
    private func count(_ value: Double?) -> String { value.map { Quantity.number($0) } ?? "-" }
    private func bytes(_ value: Double?) -> String { value.map { Quantity.bytes($0) } ?? "-" }
}
