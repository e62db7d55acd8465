/// Memory of the device, which stays there between launches.
///
/// It belongs to the instance of this call and goes with it. ``free()`` gives it back earlier.
public struct DeviceBuffer {
    /// Its number at the host.
    public let handle: Int64
    /// Its size in bytes.
    public let byteCount: Int

    /// A buffer that the host knows under this number.
    init(handle: Int64, byteCount: Int) {
        (self.handle, self.byteCount) = (handle, byteCount)
    }

    /// Reserves memory of the device.
    /// - Throws: ``HostError``; with the code `quotaExceeded` when that is more than this guest may have.
    public init(byteCount: Int) throws(HostError) {
        handle = try HostError.check(hostAlloc(Int64(byteCount)))
        self.byteCount = byteCount
    }

    /// Memory for as many elements as the array has, with the same contents.
    /// - Throws: ``HostError``.
    public init<Element>(copyOf array: GuestArray<Element>) throws(HostError) {
        let bytes = UnsafeRawBufferPointer(array.elements)
        try self.init(byteCount: bytes.count)
        try copyIn(bytes)
    }

    /// Gives the memory back, as soon as the launches that use it have ended. Later ones cannot be given it any more.
    /// - Throws: ``HostError`` when it has been given back before.
    public func free() throws(HostError) {
        try HostError.check(hostFree(handle))
    }

    /// Copies bytes into the buffer, after all launches so far.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - offset: where they go, in bytes from the buffer's start.
    /// - Throws: ``HostError``.
    public func copyIn(_ source: UnsafeRawBufferPointer, at offset: Int64 = 0) throws(HostError) {
        try HostError.check(hostCopyIn(handle, offset, source.baseAddress, UInt32(source.count)))
    }

    /// Copies bytes out of the buffer, after all launches so far.
    ///
    /// - Parameters:
    ///   - destination: as many bytes as are wanted.
    ///   - offset: where they come from, in bytes from the buffer's start.
    /// - Throws: ``HostError``.
    public func copyOut(_ destination: UnsafeMutableRawBufferPointer, from offset: Int64 = 0) throws(HostError) {
        try HostError.check(hostCopyOut(handle, offset, destination.baseAddress, UInt32(destination.count)))
    }
}
