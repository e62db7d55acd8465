/// What the engine reserves and enforces for every instance. All sizes are in bytes unless said otherwise.
public struct EngineConfiguration: Sendable, Equatable {
    /// Slots of the pooling allocator: the greatest number of instances alive at once.
    public var maximumInstances: Int
    /// The largest linear memory of one instance, at start and after growth. A multiple of 64 KiB.
    public var maximumMemoryBytes: Int
    /// The greatest number of elements in one table.
    public var maximumTableElements: Int
    /// Stack of the guest; beyond it the guest traps with ``Trap/Kind-swift.enum/stackOverflow``.
    public var guestStackBytes: Int
    /// How long a guest runs before others get the thread, in ticks of ``EpochTicker/tickNanoseconds``.
    public var timeSliceTicks: UInt64

    /// - Parameters: see the properties; the defaults are those of the contract.
    public init(
        maximumInstances: Int = 1_000,
        maximumMemoryBytes: Int = 256 << 20,
        maximumTableElements: Int = 1 << 20,
        guestStackBytes: Int = 512 << 10,
        timeSliceTicks: UInt64 = 2
    ) {
        self.maximumInstances = maximumInstances
        self.maximumMemoryBytes = maximumMemoryBytes
        self.maximumTableElements = maximumTableElements
        self.guestStackBytes = guestStackBytes
        self.timeSliceTicks = timeSliceTicks
    }

    /// Memory and table bytes that stay mapped when a slot is recycled. They are cleared by writing zeros, so
    /// nothing of one instance reaches the next; returning pages to the system instead costs page faults and
    /// address-space locks, which make a second core slower than one.
    static let residentBytes = 64 << 10

    /// Fiber stacks leave this much to host functions above ``guestStackBytes``.
    static let hostStackBytes = 1_536 << 10

    /// Distinguishes artifacts that another configuration could not load, or would load with other limits.
    var tag: String { "m\(maximumMemoryBytes)-t\(maximumTableElements)" }
}
