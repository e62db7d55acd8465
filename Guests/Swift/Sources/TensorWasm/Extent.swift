/// A size in blocks or threads along three axes.
public struct Extent: Equatable, Sendable {
    /// Along each axis; the host refuses a size that contains 0.
    public var x, y, z: UInt32

    /// - Parameters:
    ///   - x: the size along the first axis.
    ///   - y: along the second.
    ///   - z: along the third.
    public init(_ x: UInt32, _ y: UInt32 = 1, _ z: UInt32 = 1) {
        (self.x, self.y, self.z) = (x, y, z)
    }

    /// The fewest blocks of this size that cover `threads` along each axis. The kernel has to skip what lies beyond.
    public func blocks(covering threads: Extent) -> Extent {
        Extent(
            Self.groups(of: x, covering: threads.x), Self.groups(of: y, covering: threads.y),
            Self.groups(of: z, covering: threads.z))
    }

    private static func groups(of size: UInt32, covering count: UInt32) -> UInt32 {
        guard size > 0 else { return 0 }
        return count / size + (count % size == 0 ? 0 : 1)
    }
}
