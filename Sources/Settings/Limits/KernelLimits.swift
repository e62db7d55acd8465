/// The limits on kernels that guests' authors may rely on and that no configuration changes; as ``FixedLimits``.
public enum KernelLimits: Sendable, CaseIterable {
    /// PTX text of one load.
    case textBytes
    /// PTX texts that one instance loads, all together.
    case textBytesPerInstance
    /// Statements of a PTX text.
    case statements
    /// Registers of one function of a PTX text.
    case registers
    /// Static shared memory of a kernel.
    case sharedBytes
    /// `.local` memory of one thread of a kernel.
    case localBytes
    /// `.global` variables of a PTX text.
    case globalBytes
    /// `.const` variables of a PTX text.
    case constantBytes
    /// Kernels that one instance loads.
    case kernels
    /// Name of a kernel's entry.
    case entryBytes
    /// Threads of a block.
    case threadsPerBlock
    /// Arguments of a launch.
    case arguments
    /// Arguments of a launch as they are encoded.
    case argumentBytes
    /// Launches of one instance that have not ended.
    case outstandingLaunches
    /// How near the deadline a launch is refused.
    case deadlineMilliseconds
    /// Device buffers of one instance.
    case buffers
    /// What the kernels of one instance print between two waits.
    case printedBytes
    /// The message of a failed call of `wasi:cuda/host`.
    case messageBytes

    /// The number alone.
    public var value: Int { limit.value }

    /// The limit with its unit and the reason for it.
    public var limit: FixedLimit {
        switch self {
        case .textBytes:
            FixedLimit("PTX of one load", 8 << 20, "bytes", "Far above what compilers write; judged within seconds.")
        case .textBytesPerInstance:
            FixedLimit(
                "PTX of one instance, all loads together", 512 << 20, "bytes",
                "Bounds the time that one call can spend with the front end.")
        case .statements:
            FixedLimit(
                "Statements of a PTX text", 250_000, "statements", "Each takes memory while the text is checked.")
        case .registers:
            FixedLimit(
                "Registers of a PTX function", 65_536, "registers", "A range such as `%r<60000>` is short to write.")
        case .sharedBytes:
            FixedLimit(
                "Static shared memory of a kernel", 227 << 10, "bytes", "What a block has on devices of capability 9.0."
            )
        case .localBytes:
            FixedLimit(
                "`.local` memory of a kernel's thread", 512 << 10, "bytes",
                "What devices have; a block has 1024 of them.")
        case .globalBytes:
            FixedLimit(
                "`.global` variables of a PTX text", 16 << 20, "bytes",
                "Each instance that loads the kernel has its own.")
        case .constantBytes:
            FixedLimit("`.const` variables of a PTX text", 640 << 10, "bytes", "The ten banks of the PTX ISA.")
        case .kernels:
            FixedLimit("Kernels of one instance", 256, "kernels", "Each is held as long as the instance lives.")
        case .entryBytes:
            FixedLimit("Name of a kernel's entry", 256, "bytes", "Names stand in messages and keys.")
        case .threadsPerBlock:
            FixedLimit("Threads of a block", 1024, "threads", "What CUDA devices allow.")
        case .arguments:
            FixedLimit("Arguments of a launch", 128, "records", "As many as a kernel may have parameters here.")
        case .argumentBytes:
            FixedLimit(
                "Arguments of a launch as records", 4096, "bytes", "Read and checked before the launch is queued.")
        case .outstandingLaunches:
            FixedLimit(
                "Launches of one instance that have not ended", 1024, "launches",
                "The next one waits, so that a loop of launches cannot fill the memory.")
        case .deadlineMilliseconds:
            FixedLimit(
                "Distance of the deadline below which a launch is refused", 50, "milliseconds",
                "What would be stopped halfway is not begun.")
        case .buffers:
            FixedLimit("Device buffers of one instance", 4096, "buffers", "Each costs the server memory of its own.")
        case .printedBytes:
            FixedLimit(
                "Text that kernels print between two waits", 1 << 20, "bytes", "It is held until the guest waits.")
        case .messageBytes:
            FixedLimit(
                "Message of a failed call of `wasi:cuda/host`", 4096, "bytes",
                "Enough for dozens of faults of a PTX text, each on its line.")
        }
    }
}
