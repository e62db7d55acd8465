import Compute
import WasmEngine

/// The limits of a runtime. Times are in nanoseconds, sizes in bytes.
public struct RuntimeConfiguration: Sendable {
    /// What the engine reserves and enforces for every instance.
    public var engine = EngineConfiguration()
    /// Longest and default time of a call, from its arrival to its end.
    public var deadlineNanoseconds: UInt64 = 30_000_000_000
    /// Calls that may wait for an instance slot.
    public var waitingCalls = 1_024
    /// Calls of one tenant that may run at once.
    public var instancesPerTenant = 256
    /// Linear memory that the running calls of one tenant may declare together.
    public var cpuMemoryBytesPerTenant = 64 << 30
    /// The shares of tenants where they compete; 1 for those that are not named.
    public var tenantWeights: [UInt64: Int] = [:]
    /// Largest module file, in the binary format.
    public var moduleBytes = 64 << 20
    /// Threads that compile modules.
    public var compileThreads = 1
    /// Modules that may wait to be compiled.
    public var compileQueue = 64
    /// Functions kept mapped and ready to run.
    public var loadedFunctions = 1_024
    /// Kept of each output stream of a guest.
    public var outputBytes = 64 << 10
    /// Threads that run guests which did not end within their first time slice.
    public var guestThreads = 2
    /// The device that runs guests' kernels, with its queue and quotas; ``Runtime/shutDown()`` ends it. Without one, the
    /// functions of `wasi:cuda/host` answer that no device is available.
    public var compute: ComputeService?

    /// Makes a configuration of the defaults.
    public init() {}
}
