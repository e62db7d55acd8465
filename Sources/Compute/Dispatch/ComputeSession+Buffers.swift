extension ComputeSession {
    /// Makes a device buffer of zeros, charged to the instance and its tenant.
    /// - Returns: its handle, from 1 on; none is used twice.
    /// - Throws: `invalidArguments` when `byteCount` is below 1, `quotaExceeded` when it does not fit the limits.
    public func allocate(byteCount: Int64) throws(ComputeError) -> Int64 {
        guard let device = service.device else { throw .noDevice }
        guard byteCount > 0, let bytes = Int(exactly: byteCount) else {
            throw ComputeError(.invalidArguments, "a device buffer of \(byteCount) bytes was asked for; the least is 1")
        }
        return try state.allocate(bytes, on: device)
    }

    /// Forgets a buffer; its memory goes, and stops counting, when the launches that use it have ended.
    /// - Throws: `invalidHandle` when there is none of that handle.
    public func free(_ handle: Int64) throws(ComputeError) {
        guard service.device != nil else { throw .noDevice }
        try state.free(handle)
    }

    /// The buffer of that handle. To be used at once: the instance's end takes its memory out of the books.
    public func buffer(_ handle: Int64) -> (any DeviceBuffer)? { state.buffer(handle) }
}
