import Storage

extension GatewayResponse {
    /// The answer to an accepted job: `{"job_id"}` and where to ask for it.
    static func accepted(_ id: JobID) -> GatewayResponse {
        var response = json(status: 202) { $0.field("job_id", id.description) }
        response.headers.append(("location", "/jobs/\(id)"))
        return response
    }

    /// One job's record.
    static func job(_ record: JobRecord) -> GatewayResponse { json { $0.members(of: record) } }

    /// One page of jobs: `{"jobs":[…],"next_cursor":…}`.
    static func page(_ page: JobPage) -> GatewayResponse {
        json { writer in
            writer.name("jobs")
            writer.beginArray()
            for record in page.jobs {
                writer.beginObject()
                writer.members(of: record)
                writer.endObject()
            }
            writer.endArray()
            writer.name("next_cursor")
            if let cursor = page.nextCursor { writer.value(cursor) } else { writer.null() }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of record: JobRecord) {
        field("id", record.id.description)
        field("function_id", record.function.description)
        field("tenant_id", record.tenant.rawValue)
        field("status", record.status.rawValue)
        field("attempts", record.attempts)
        field("created_unix_ms", Int(record.createdUnixMilliseconds))
        if let started = record.startedUnixMilliseconds { field("started_unix_ms", Int(started)) }
        if let finished = record.finishedUnixMilliseconds { field("finished_unix_ms", Int(finished)) }
        if let result = record.result {
            name("result")
            raw(result)
        }
    }
}
