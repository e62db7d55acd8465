/// A kernel that the host has taken from PTX text and checked.
///
/// It belongs to the instance of this call. Loading the same text and name again is cheap: the host remembers.
public struct Kernel {
    /// Its number at the host.
    public let id: Int64

    /// Loads the kernel that the text has under the name `entry`.
    ///
    /// - Parameters:
    ///   - ptx: the text, at most 8 MiB. It is not used after this.
    ///   - entry: the name behind `.entry`, at most 256 bytes.
    /// - Throws: ``HostError``; with the code `malformedPTX`, its message says where the text is wrong.
    public init(ptx: UnsafeRawBufferPointer, entry: StaticString) throws(HostError) {
        let name = UnsafeRawBufferPointer(start: entry.utf8Start, count: entry.utf8CodeUnitCount)
        id = try HostError.check(
            hostLoadPTX(ptx.baseAddress, UInt32(ptx.count), name.baseAddress, UInt32(name.count)))
    }

    /// Appends a launch to the work of this instance, which runs in order, and returns at once.
    ///
    /// - Throws: ``HostError`` when the launch is refused. What goes wrong while the kernel runs is told by
    ///   ``Device/synchronize()``.
    public func enqueue(_ launch: borrowing Launch) throws(HostError) {
        let (grid, block) = (launch.grid, launch.block)
        let code = launch.arguments.withBytes { bytes in
            hostLaunch(
                id, grid.x, grid.y, grid.z, block.x, block.y, block.z, launch.sharedBytes, bytes.baseAddress,
                UInt32(bytes.count))
        }
        try HostError.check(code)
    }
}
