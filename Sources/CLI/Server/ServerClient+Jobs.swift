extension ServerClient {
    /// Collects a listing of jobs from its pages.
    /// - Parameters:
    ///   - filters: the query's further fields.
    ///   - limit: how many are wanted at most.
    /// - Returns: the jobs, and whether the server has more.
    func jobs(_ filters: [(String, String)], limit: Int) async throws(CommandError) -> (jobs: [JSONValue], isCut: Bool)
    {
        var jobs: [JSONValue] = []
        var cursor: String?
        repeat {
            let wanted = min(limit - jobs.count, ClientLimits.pageJobs)
            var request = ServerRequest(path: "/jobs", query: [("limit", "\(wanted)")] + filters)
            if let cursor { request.query.append(("cursor", cursor)) }
            let page = try await json(request)
            guard let items = page["jobs"]?.array else { throw .unexpectedAnswer("the listing has no jobs") }
            jobs += items.prefix(wanted)
            let next = page["next_cursor"]?.string
            // A page that does not move on would be asked for without end.
            guard next == nil || (next != cursor && !items.isEmpty) else {
                throw .unexpectedAnswer("the listing does not end")
            }
            cursor = next
        } while cursor != nil && jobs.count < limit
        return (jobs, cursor != nil)
    }

    func job(_ id: RecordID) async throws(CommandError) -> JSONValue {
        try await json(ServerRequest(path: "/jobs/\(id.text)", subject: .item))
    }

    /// The id becomes part of a path, so an answer that gives something else is not used.
    func jobID(in record: JSONValue, _ name: String) throws(CommandError) -> RecordID {
        guard let id = record[name]?.string.flatMap({ RecordID(argument: $0) }) else {
            throw .unexpectedAnswer("a job has no id")
        }
        return id
    }
}
