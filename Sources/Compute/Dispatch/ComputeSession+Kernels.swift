extension ComputeSession {
    /// Loads a kernel: from the cache at once, else on a thread made for it. Takes the time of a SHA-256 of the text.
    ///
    /// Each load has an id of its own, from 0 on, also when the same kernel is loaded again, and `.global` variables of
    /// its own, which count as device memory until the session ends.
    /// - Returns: the kernel's id or the failure when it is known at once, or `nil` when the completion will bring it:
    ///   `malformedPTX` or `invalidKernel` for what is wrong with the text, `quotaExceeded` for the limits on kernels,
    ///   on texts and on device memory of the instance, and when too many kernels are being prepared.
    public func load(
        ptx: [UInt8], entry: String, then completion: @escaping @Sendable (Result<Int64, ComputeError>) -> Void
    ) -> Result<Int64, ComputeError>? {
        guard let cache = service.cache else { return .failure(.noDevice) }
        do throws(ComputeError) {
            try state.beginLoad(textBytes: ptx.count, entryBytes: entry.utf8.count)
        } catch {
            return .failure(error)
        }
        let key = cache.key(tenant: state.tenant, ptx: ptx, entry: entry)
        let id = state.addLoad(PendingLoad(key: key, textBytes: ptx.count, completion: completion))
        do throws(ComputeError) {
            let kernel = try cache.load(key, ptx: ptx, id: id) { [state] result in
                guard let ended = state.endLoad(id, result) else { return }
                ended.load.completion(ended.result)
            }
            guard let kernel else { return nil }
            return state.endLoad(id, .success(kernel))?.result
        } catch {
            return state.endLoad(id, .failure(error))?.result
        }
    }

    /// The kernel of that id.
    public func kernel(_ id: Int64) -> (any Kernel)? { state.kernel(id) }

    /// Ends a load that waited.
    func finishLoad(_ id: LoadID, _ result: Result<any Kernel, ComputeError>) {
        guard let ended = state.endLoad(id, result) else { return }
        ended.load.completion(ended.result)
    }
}
