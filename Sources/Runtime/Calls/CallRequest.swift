import Storage
import Tenancy

/// What a caller asks for: one function, one export, its arguments and input.
public struct CallRequest: Sendable {
    /// The function to call.
    public var function: FunctionID
    /// Who calls; another tenant's function is not found.
    public var tenant: TenantID
    /// `nil` selects one of ``ExportSelection/defaults``.
    public var export: String?
    /// As the caller wrote them; the export's declared types decide what they become.
    public var arguments: [ArgumentLiteral]
    /// What the guest reads as standard input and through `read-input`.
    public var input: [UInt8]
    /// When the request arrived, on the monotonic clock, in nanoseconds.
    public var arrival: UInt64
    /// The caller's own limit, in nanoseconds; the runtime's applies as well.
    public var timeLimit: UInt64?
    /// Where the guest's chunks go; `nil` tells the guest that nobody reads a stream. Of this call alone.
    public var chunks: ChunkStream?

    /// Makes a request of its parts.
    public init(
        function: FunctionID, tenant: TenantID, export: String? = nil, arguments: [ArgumentLiteral] = [],
        input: [UInt8] = [], arrival: UInt64, timeLimit: UInt64? = nil, chunks: ChunkStream? = nil
    ) {
        self.function = function
        self.tenant = tenant
        self.export = export
        self.arguments = arguments
        self.input = input
        self.arrival = arrival
        self.timeLimit = timeLimit
        self.chunks = chunks
    }
}
