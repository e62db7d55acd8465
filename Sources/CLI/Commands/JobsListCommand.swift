import ArgumentParser

/// A table of jobs.
struct JobsListCommand: ConsoleCommand {
    /// The states of a job, as the server names them.
    enum Status: String, ExpressibleByArgument, CaseIterable {
        case pending
        case completed
        case failed
        case cancelled
    }

    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List jobs, the oldest first.",
        discussion: "A job that runs is pending until it has ended. SECONDS is the time from its start to its end.")

    @Option(help: ArgumentHelp("Only jobs in this state.", valueName: "status"))
    var status: Status?

    @Option(
        help: ArgumentHelp(
            "Only jobs of this function: an id or a name; of several with the same name the newest.",
            valueName: "function"))
    var function: String?

    @Option(
        help: ArgumentHelp("At most this many jobs. (default: \(ClientLimits.shownJobs))", valueName: "count"))
    var limit: Int?

    @Flag(help: "All jobs, from as many pages as it takes.")
    var all = false

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func validate() throws {
        if all, limit != nil { throw ValidationError("Give --all or --limit, not both.") }
        guard (1...ClientLimits.listedJobs).contains(limit ?? 1) else {
            throw ValidationError("--limit must be between 1 and \(ClientLimits.listedJobs).")
        }
    }

    func run(in console: Console) async throws {
        let (jobs, isCut) = try await ServerClient.with(server, in: console) { client in
            var filters: [(String, String)] = []
            if let status { filters.append(("status", status.rawValue)) }
            if let function {
                filters.append(("function_id", try await client.id(of: FunctionReference(function))))
            }
            return try await client.jobs(
                filters, limit: all ? ClientLimits.listedJobs : limit ?? ClientLimits.shownJobs)
        }
        switch output.output {
        case .json: console.output.print(JSONValue.object([("jobs", .array(jobs))]).text)
        case .text: console.output.print(table(jobs))
        }
        if isCut { console.warn("there are more jobs; --all lists them") }
    }

    private func table(_ jobs: [JSONValue]) -> String {
        var table = TextTable(["ID", "STATUS", "FUNCTION", "CREATED", "SECONDS", "ATTEMPTS"])
        for job in jobs {
            table.append([
                job["id"]?.string ?? "?", job["status"]?.string ?? "?", job["function_id"]?.string ?? "?",
                JobTime.text(job["created_unix_ms"]),
                JobTime.seconds(from: job["started_unix_ms"], to: job["finished_unix_ms"]),
                job["attempts"]?.number ?? "?",
            ])
        }
        return table.text
    }
}
