/// A call that runs on a server, as its listing tells it.
struct LiveInstance: Sendable, Equatable {
    let id: String
    let tenant: String
    let function: String
    let export: String
    let state: String
    let startedUnixMilliseconds: Int64?
    let memoryBytes: Int64?

    init(_ json: JSONValue) {
        id = json["id"]?.string ?? "?"
        tenant = json["tenant_id"]?.number ?? "?"
        function = json["function_id"]?.string ?? "?"
        export = json["export"]?.string ?? "?"
        state = json["state"]?.string ?? "?"
        startedUnixMilliseconds = json["started_unix_ms"]?.number.flatMap { Int64($0) }
        memoryBytes = json["memory_bytes"]?.number.flatMap { Int64($0) }
    }

    /// - Parameter now: milliseconds since 1970 of this machine, whose clock may differ from the server's.
    func age(now: Int64) -> String {
        guard let start = startedUnixMilliseconds else { return "-" }
        let (milliseconds, overflow) = now.subtractingReportingOverflow(start)
        return overflow ? "-" : Quantity.duration(seconds: Double(max(milliseconds, 0)) / 1_000)
    }

    /// The columns of a table; see ``header``.
    func row(now: Int64) -> [String] {
        [id, tenant, function, export, state, age(now: now), memoryBytes.map { Quantity.bytes(Double($0)) } ?? "-"]
    }

    static let header = ["ID", "TENANT", "FUNCTION", "EXPORT", "STATE", "AGE", "MEMORY"]
}

extension ServerClient {
    /// The live instances of the tenant, or of all tenants that the token is for.
    func instances(ofAllTenants: Bool) async throws(CommandError) -> (json: JSONValue, instances: [LiveInstance]) {
        let json = try await json(
            ServerRequest(path: "/instances", query: ofAllTenants ? [("tenants", "all")] : []))
        guard let items = json["instances"]?.array else { throw .unexpectedAnswer("the listing has no instances") }
        return (json, items.map(LiveInstance.init))
    }
}
