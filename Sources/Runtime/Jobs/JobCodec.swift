import Storage

/// How jobs are read and their ends written; the bytes are for the room above to understand.
public struct JobCodec: Sendable {
    /// Makes the call of a stored job. Its arrival and time limit are set by whoever runs it.
    let request: @Sendable (StartedJob) throws(RuntimeError) -> CallRequest
    /// Makes the terminal state and the stored result of an answer.
    let result: @Sendable (FunctionID, CallAnswer) -> (JobStatus, [UInt8])

    /// Makes a codec of its two directions.
    public init(
        request: @escaping @Sendable (StartedJob) throws(RuntimeError) -> CallRequest,
        result: @escaping @Sendable (FunctionID, CallAnswer) -> (JobStatus, [UInt8])
    ) {
        self.request = request
        self.result = result
    }
}
