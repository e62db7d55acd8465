/// What a device can do, as guests may ask it.
public struct DeviceAttributes: Sendable, Equatable {
    /// What kind of device it is.
    public enum Kind: String, Sendable, Equatable { case cpu, cuda }

    /// What kind of device it is.
    public let kind: Kind
    /// For the operator: "CPU device, 2 threads".
    public let name: String
    /// Compute capability times ten: 90 for 9.0.
    public let computeCapability: Int
    /// Multiprocessors; worker threads on the CPU device.
    public let multiprocessorCount: Int
    /// Threads of a block at most.
    public let maximumThreadsPerBlock: Int
    /// Shared bytes of a block at most, static and dynamic together.
    public let maximumSharedBytes: Int
    /// Lanes of a warp.
    public let warpSize: Int

    /// Attributes as named.
    public init(
        kind: Kind, name: String, computeCapability: Int, multiprocessorCount: Int, maximumThreadsPerBlock: Int,
        maximumSharedBytes: Int, warpSize: Int
    ) {
        self.kind = kind
        self.name = name
        self.computeCapability = computeCapability
        self.multiprocessorCount = multiprocessorCount
        self.maximumThreadsPerBlock = maximumThreadsPerBlock
        self.maximumSharedBytes = maximumSharedBytes
        self.warpSize = warpSize
    }
}
