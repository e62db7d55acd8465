import Tenancy

/// A job that has begun, with all that is needed to run it.
public struct StartedJob: Sendable, Equatable {
    /// The job's identity.
    public var id: JobID

    /// The function to call.
    public var function: FunctionID

    /// The tenant that asked for it.
    public var tenant: TenantID

    /// The request it was accepted with.
    public var request: [UInt8]

    /// How often it has begun, this time included: at least 1.
    public var attempts: Int

    /// How long the call may take, in milliseconds.
    public var timeLimitMilliseconds: Int?

    /// Makes a job of its parts.
    public init(
        id: JobID,
        function: FunctionID,
        tenant: TenantID,
        request: [UInt8],
        attempts: Int,
        timeLimitMilliseconds: Int? = nil
    ) {
        self.id = id
        self.function = function
        self.tenant = tenant
        self.request = request
        self.attempts = attempts
        self.timeLimitMilliseconds = timeLimitMilliseconds
    }
}
