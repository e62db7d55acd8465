extension SessionState {
    /// Makes a buffer on `device`, charged to the instance and its tenant.
    func allocate(_ byteCount: Int, on device: any Device) throws(ComputeError) -> Int64 {
        try contents.withLock { contents throws(ComputeError) in try contents.buffers.reserve(byteCount) }
        do throws(ComputeError) {
            try memory.charge(byteCount, to: tenant)
        } catch {
            contents.withLock { $0.buffers.cancel(byteCount) }
            throw error
        }
        let buffer: any DeviceBuffer
        do throws(ComputeError) {
            buffer = try device.makeBuffer(byteCount: byteCount)
        } catch {
            contents.withLock { $0.buffers.cancel(byteCount) }
            memory.giveBack(byteCount, of: tenant)
            throw error
        }
        guard let handle = contents.withLock({ $0.buffers.insert(buffer, reserved: byteCount) }) else {
            memory.giveBack(byteCount, of: tenant)
            throw .instanceEnded
        }
        return handle
    }

    /// Makes a handle invalid.
    func free(_ handle: Int64) throws(ComputeError) {
        giveBack(try contents.withLock { contents throws(ComputeError) in try contents.buffers.free(handle) })
    }

    /// The buffer of that handle.
    func buffer(_ handle: Int64) -> (any DeviceBuffer)? { contents.withLock { $0.buffers.buffer(handle) } }

    /// Keeps the buffers of these arguments until ``releaseBuffers(_:)``.
    /// - Returns: their handles.
    func useBuffers(of arguments: [Launch.Argument]) throws(ComputeError) -> [Int64] {
        let buffers = arguments.compactMap { argument -> (any DeviceBuffer)? in
            if case .buffer(let buffer, _) = argument { buffer } else { nil }
        }
        guard !buffers.isEmpty else { return [] }
        return try contents.withLock { contents throws(ComputeError) in try contents.buffers.use(buffers) }
    }

    /// A launch that used these buffers is gone.
    func releaseBuffers(_ handles: [Int64]) {
        guard !handles.isEmpty else { return }
        giveBack(contents.withLock { $0.buffers.endUse(of: handles) })
    }

    /// Lets buffers go, then gives back what they cost: the books never say less than is there.
    func giveBack(_ released: consuming InstanceBuffers.Released) {
        let bytes = released.bytes
        released.buffers = []
        memory.giveBack(bytes, of: tenant)
    }
}
