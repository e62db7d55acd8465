/// How a kernel is to run once: by how many threads, with which shared memory and which arguments.
///
/// ```swift
/// let block = Extent(256)
/// var launch = Launch(grid: block.blocks(covering: Extent(count)), block: block)
/// launch.pass(a)
/// launch.pass(count)
/// try kernel.enqueue(launch)
/// try Device.synchronize()
/// ```
///
/// The type of what is passed decides the kind of the record, and the host compares it with the kernel's parameter.
public struct Launch: ~Copyable {
    /// The number of blocks.
    public var grid: Extent
    /// The number of threads in a block, at most 1024 in all.
    public var block: Extent
    /// Shared memory of a block beside what the kernel declares, in bytes.
    public var sharedBytes: UInt32
    /// In the order of the kernel's parameters.
    public var arguments = ArgumentRecords()

    /// A launch without arguments so far.
    public init(grid: Extent, block: Extent, sharedBytes: UInt32 = 0) {
        (self.grid, self.block, self.sharedBytes) = (grid, block, sharedBytes)
    }

    /// Passes a 32-bit integer.
    public mutating func pass(_ value: Int32) { arguments.append(value) }

    /// Passes a 64-bit integer.
    public mutating func pass(_ value: Int64) { arguments.append(value) }

    /// Passes a single-precision number.
    public mutating func pass(_ value: Float) { arguments.append(value) }

    /// Passes a double-precision number.
    public mutating func pass(_ value: Double) { arguments.append(value) }

    /// Passes an unsigned 32-bit integer.
    public mutating func pass(_ value: UInt32) { arguments.append(value) }

    /// Passes an unsigned 64-bit integer.
    public mutating func pass(_ value: UInt64) { arguments.append(value) }

    /// Passes a pointer to guest memory. Until ``Device/synchronize()`` that memory belongs to the kernel.
    public mutating func pass(_ window: UnsafeRawBufferPointer) { arguments.append(window) }

    /// Passes a pointer to an array in guest memory. Until ``Device/synchronize()`` its elements belong to the kernel.
    public mutating func pass<Element>(_ array: GuestArray<Element>) {
        arguments.append(UnsafeRawBufferPointer(array.elements))
    }

    /// Passes a pointer to the byte `offset` of a device buffer.
    public mutating func pass(_ buffer: DeviceBuffer, offset: UInt64 = 0) {
        arguments.append(buffer, offset: offset)
    }
}
