/// The device buffers of one instance, by handle, and the device memory that they and its kernels' variables cost it.
///
/// A buffer that is freed while launches use it costs until the last of them has ended: otherwise an instance could
/// have its quota once for each launch in its queue.
struct InstanceBuffers {
    /// What has become free: a reference to let go, and bytes to give back after that.
    struct Released {
        var buffers: [any DeviceBuffer] = []
        var bytes = 0
    }

    private struct Entry {
        let buffer: any DeviceBuffer
        /// Launches that use it, queued or at the device.
        var uses = 0
        var isFreed = false
    }

    private let countLimit: Int
    private let byteLimit: Int
    private var entries: [Int64: Entry] = [:]
    private var handles: [ObjectIdentifier: Int64] = [:]
    private var lastHandle: Int64 = 0
    /// Buffers that are being made.
    private var reserved = 0
    private var variableBytes = 0
    /// Bytes of all buffers and variables, of those that are being made too.
    private(set) var usedBytes = 0
    private(set) var isClosed = false

    init(countLimit: Int, byteLimit: Int) {
        self.countLimit = countLimit
        self.byteLimit = byteLimit
    }

    /// Buffers that cost, of those that are being made too.
    var count: Int { entries.count + reserved }

    /// Takes the place and the bytes for a buffer that is about to be made.
    mutating func reserve(_ byteCount: Int) throws(ComputeError) {
        guard !isClosed else { throw .instanceEnded }
        guard count < countLimit else {
            throw ComputeError(.quotaExceeded, "the instance has \(count) device buffers; allowed are \(countLimit)")
        }
        try reserveBytes(byteCount)
        reserved += 1
    }

    /// Takes the bytes for a kernel's variables that are about to be made.
    mutating func reserveVariables(_ byteCount: Int) throws(ComputeError) {
        guard !isClosed else { throw .instanceEnded }
        try reserveBytes(byteCount)
    }

    private mutating func reserveBytes(_ byteCount: Int) throws(ComputeError) {
        guard byteCount <= byteLimit - usedBytes else {
            throw ComputeError(
                .quotaExceeded,
                "\(byteCount) bytes of device memory are asked for; the instance has \(usedBytes) of its \(byteLimit)"
                    + " bytes")
        }
        usedBytes += byteCount
    }

    /// Gives a reservation back: the buffer was not made.
    mutating func cancel(_ byteCount: Int) {
        reserved -= 1
        usedBytes -= byteCount
    }

    /// Gives the bytes back of variables that were not made, or not for long.
    mutating func cancelVariables(_ byteCount: Int) { usedBytes -= byteCount }

    /// Keeps the bytes reserved for variables until everything is given back.
    mutating func keepVariables(_ byteCount: Int) { variableBytes += byteCount }

    /// Puts a buffer in the place reserved for it.
    /// - Returns: its handle, or `nil` when the instance has ended meanwhile; then the reservation is given back.
    mutating func insert(_ buffer: any DeviceBuffer, reserved byteCount: Int) -> Int64? {
        guard !isClosed else {
            cancel(byteCount)
            return nil
        }
        reserved -= 1
        lastHandle += 1
        entries[lastHandle] = Entry(buffer: buffer)
        handles[ObjectIdentifier(buffer)] = lastHandle
        return lastHandle
    }

    func buffer(_ handle: Int64) -> (any DeviceBuffer)? {
        guard !isClosed, let entry = entries[handle], !entry.isFreed else { return nil }
        return entry.buffer
    }

    /// Makes a handle invalid.
    mutating func free(_ handle: Int64) throws(ComputeError) -> Released {
        guard !isClosed else { throw .instanceEnded }
        guard let index = entries.index(forKey: handle), !entries.values[index].isFreed else {
            throw ComputeError(.invalidHandle, "there is no device buffer \(handle)")
        }
        entries.values[index].isFreed = true
        handles[ObjectIdentifier(entries.values[index].buffer)] = nil
        return entries.values[index].uses == 0 ? remove(handle) : Released()
    }

    /// Counts a launch in that uses these buffers.
    /// - Returns: their handles, for ``endUse(of:)``.
    mutating func use(_ buffers: [any DeviceBuffer]) throws(ComputeError) -> [Int64] {
        guard !isClosed else { throw .instanceEnded }
        var used: [Int64] = []
        for buffer in buffers {
            guard let handle = handles[ObjectIdentifier(buffer)] else {
                throw ComputeError(.invalidHandle, "a device buffer of the launch is not one of this instance")
            }
            used.append(handle)
        }
        for handle in used { entries[handle]?.uses += 1 }
        return used
    }

    /// Counts a launch out.
    mutating func endUse(of handles: [Int64]) -> Released {
        var released = Released()
        for handle in handles {
            guard let index = entries.index(forKey: handle) else { continue }
            entries.values[index].uses -= 1
            guard entries.values[index].uses == 0, entries.values[index].isFreed else { continue }
            let one = remove(handle)
            released.buffers += one.buffers
            released.bytes += one.bytes
        }
        return released
    }

    /// Refuses everything but ends of use from now on.
    mutating func close() { isClosed = true }

    /// Gives everything back. Buffers that are being made give theirs back when they are there.
    mutating func releaseAll() -> Released {
        var released = Released(bytes: variableBytes)
        variableBytes = 0
        for entry in entries.values {
            released.buffers.append(entry.buffer)
            released.bytes += entry.buffer.byteCount
        }
        entries = [:]
        handles = [:]
        usedBytes -= released.bytes
        return released
    }

    private mutating func remove(_ handle: Int64) -> Released {
        guard let entry = entries.removeValue(forKey: handle) else { return Released() }
        usedBytes -= entry.buffer.byteCount
        return Released(buffers: [entry.buffer], bytes: entry.buffer.byteCount)
    }
}
