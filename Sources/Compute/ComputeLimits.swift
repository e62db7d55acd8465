/// What guests may use of a device. Times are in nanoseconds, sizes in bytes.
public struct ComputeLimits: Sendable, Equatable {
    /// Launches that all instances together may have at the device at once.
    public var permits = 256
    /// Launches of one instance that have not ended; one more waits until another ends.
    public var outstandingLaunches = 1_024
    /// Kernels loaded by one instance.
    public var kernels = 256
    /// PTX bytes loaded by one instance, all together.
    public var kernelTextBytes = 512 << 20
    /// PTX bytes of one load.
    public var ptxBytes = 8 << 20
    /// Bytes of an entry's name.
    public var entryBytes = 256
    /// Device buffers of one instance.
    public var buffers = 4_096
    /// Device memory of one instance, all buffers together.
    public var deviceMemoryBytes = 256 << 20
    /// Device memory of one tenant, all its instances together; `nil` for no bound beside those of the instances.
    public var deviceMemoryBytesPerTenant: Int?
    /// A launch is refused when the invocation's deadline is nearer than this.
    public var deadlineMargin: UInt64 = 50_000_000
    /// Kernels that the cache keeps.
    public var cachedKernels = 1_024
    /// Memory of the kernels that the cache keeps, by their own estimate.
    public var cachedKernelBytes = 256 << 20
    /// Kernels prepared at a time.
    public var preparationThreads = 1
    /// Kernels that wait to be prepared; of one tenant at most half as many.
    public var waitingPreparations = 64
    /// PTX bytes of the kernels that wait to be prepared; of one tenant at most half as many.
    public var waitingPreparationBytes = 128 << 20
    /// Printed bytes of one instance that wait for its next `sync`; later ones are dropped.
    public var printedBytes = 1 << 20

    /// The limits as named.
    public init() {}
}
