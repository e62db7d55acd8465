/// One launch of a kernel, complete.
public struct Launch: Sendable {
    /// What a parameter receives.
    public enum Argument: Sendable {
        /// A value of 4 or 8 bytes, in the low bits.
        case scalar(UInt64, byteCount: Int)
        /// The address of a part of the guest's memory; the kernel may touch exactly that part.
        case window(offset: UInt32, byteCount: UInt32)
        /// The address `offset` bytes into a device buffer; the kernel may touch the whole buffer.
        case buffer(any DeviceBuffer, offset: UInt64)

        /// Bytes of the parameter it fills: 8 for addresses.
        public var byteCount: Int {
            if case .scalar(_, let count) = self { count } else { 8 }
        }
    }

    /// What to run.
    public let kernel: any Kernel
    /// Blocks.
    public let grid: Dimensions
    /// Threads of a block.
    public let block: Dimensions
    /// Dynamic shared bytes of a block.
    public let sharedBytes: Int
    /// One for each parameter of the kernel.
    public let arguments: [Argument]
    /// The guest's memory, which windows lie in; stays valid until the launch's completion.
    public let memory: GuestMemoryRegion?
    /// Who pays, for fairness.
    public let tenant: UInt64
    /// When it must end, on the monotonic clock, in nanoseconds.
    public let deadline: UInt64
    /// Receives what the kernel prints, on any thread, in pieces, before the completion.
    public let output: (@Sendable ([UInt8]) -> Void)?

    /// A launch of these parts.
    public init(
        kernel: any Kernel, grid: Dimensions, block: Dimensions, sharedBytes: Int = 0, arguments: [Argument],
        memory: GuestMemoryRegion? = nil, tenant: UInt64 = 0, deadline: UInt64 = .max,
        output: (@Sendable ([UInt8]) -> Void)? = nil
    ) {
        self.kernel = kernel
        self.grid = grid
        self.block = block
        self.sharedBytes = sharedBytes
        self.arguments = arguments
        self.memory = memory
        self.tenant = tenant
        self.deadline = deadline
        self.output = output
    }
}

/// The linear memory of a guest as a device sees it.
public struct GuestMemoryRegion: @unchecked Sendable {
    // Unchecked: whoever makes it keeps the memory alive and in place until every launch over it has completed, and
    // accepts that guest and kernels see each other's writes while both run.
    /// The first byte.
    public let base: UnsafeMutableRawPointer
    /// Size in bytes when the launch was made; a guest's memory never shrinks or moves.
    public let byteCount: Int

    /// The memory of `byteCount` bytes at `base`.
    public init(base: UnsafeMutableRawPointer, byteCount: Int) {
        self.base = base
        self.byteCount = byteCount
    }
}
