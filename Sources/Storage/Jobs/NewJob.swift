import Tenancy

/// A job to be accepted.
public struct NewJob: Sendable, Equatable {
    /// The function to call.
    public var function: FunctionID

    /// The tenant that asks for it.
    public var tenant: TenantID

    /// What ``Storage/startJob(_:now:)`` gives back, at most ``StorageLimits/jobRequestBytes``; not looked into here.
    public var request: [UInt8]

    /// How long the call may take, in milliseconds; not looked at here.
    public var timeLimitMilliseconds: Int?

    /// Makes a job of its parts.
    public init(function: FunctionID, tenant: TenantID, request: [UInt8], timeLimitMilliseconds: Int? = nil) {
        self.function = function
        self.tenant = tenant
        self.request = request
        self.timeLimitMilliseconds = timeLimitMilliseconds
    }
}
