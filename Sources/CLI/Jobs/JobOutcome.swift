/// How far a job is, read from its record.
enum JobOutcome {
    case pending
    /// With the result of the call.
    case completed(JSONValue)
    /// With the error of the call.
    case failed(CommandError)
    case cancelled

    /// - Throws: ``CommandError`` for a record that is none.
    init(_ record: JSONValue) throws(CommandError) {
        switch record["status"]?.string {
        case "pending": self = .pending
        case "completed": self = .completed(record["result"] ?? .null)
        case "failed": self = .failed(CommandError(failedJob: record["result"] ?? .null))
        case "cancelled": self = .cancelled
        default: throw .unexpectedAnswer("a job has no status that is known")
        }
    }

    var hasEnded: Bool { if case .pending = self { false } else { true } }

    /// The result of the call.
    /// - Throws: ``CommandError`` with exit status 4 for a job that failed, 1 for one that was cancelled.
    func answer() throws(CommandError) -> JSONValue {
        switch self {
        case .completed(let result): return result
        case .failed(let error): throw error
        case .cancelled: throw CommandError(.failure, kind: "cancelled", "the job was cancelled")
        case .pending: throw CommandError(.failure, kind: "pending", "the job has not ended")
        }
    }
}

extension CommandError {
    /// What the record of a failed job says.
    init(failedJob result: JSONValue) {
        self.init(
            .guestFailed, kind: result["kind"]?.string ?? "failed",
            result["message"]?.string ?? "the server gave no reason", fault: GuestFault(members: result))
    }
}
