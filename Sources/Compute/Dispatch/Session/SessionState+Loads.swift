extension SessionState {
    /// Takes a place for a load among the instance's kernels.
    func beginLoad(textBytes: Int, entryBytes: Int) throws(ComputeError) {
        try contents.withLock { contents throws(ComputeError) in
            try contents.kernels.begin(textBytes: textBytes, entryBytes: entryBytes)
        }
    }

    /// Remembers a load that is about to be asked for.
    /// - Returns: its name.
    func addLoad(_ load: PendingLoad) -> LoadID {
        contents.withLock { contents in
            contents.lastLoad += 1
            let id = LoadID(session: self.id, number: contents.lastLoad)
            contents.loads[id] = load
            return id
        }
    }

    /// A load has its kernel or its failure.
    /// - Returns: the load and the kernel's id; `nil` when the load was ended otherwise.
    func endLoad(_ id: LoadID, _ result: Result<any Kernel, ComputeError>) -> EndedLoad? {
        guard let load = contents.withLock({ $0.loads.removeValue(forKey: id) }) else { return nil }
        do throws(ComputeError) {
            return EndedLoad(load: load, result: .success(try keep(result, of: load)))
        } catch {
            return EndedLoad(load: load, result: .failure(error))
        }
    }

    /// Gives the instance variables of its own and an id for the kernel, or the load's place back.
    private func keep(_ result: Result<any Kernel, ComputeError>, of load: PendingLoad) throws(ComputeError) -> Int64 {
        let kernel: any Kernel
        let variableBytes: Int
        do throws(ComputeError) {
            let shared = try result.get()
            variableBytes = shared.variableBytes
            try chargeVariables(variableBytes)
            kernel = shared.forInstance()
        } catch {
            contents.withLock { $0.kernels.fail(textBytes: load.textBytes) }
            throw error
        }
        let id: Int64? = contents.withLock { contents in
            let id = contents.kernels.insert(kernel, textBytes: load.textBytes)
            if id == nil {
                contents.buffers.cancelVariables(variableBytes)
            } else {
                contents.buffers.keepVariables(variableBytes)
            }
            return id
        }
        guard let id else {
            memory.giveBack(variableBytes, of: tenant)
            throw .instanceEnded
        }
        return id
    }

    private func chargeVariables(_ byteCount: Int) throws(ComputeError) {
        guard byteCount > 0 else { return }
        try contents.withLock { contents throws(ComputeError) in try contents.buffers.reserveVariables(byteCount) }
        do throws(ComputeError) {
            try memory.charge(byteCount, to: tenant)
        } catch {
            contents.withLock { $0.buffers.cancelVariables(byteCount) }
            throw error
        }
    }

    /// The kernel of that id.
    func kernel(_ id: Int64) -> (any Kernel)? { contents.withLock { $0.kernels.kernel(id) } }
}

/// A load and what came of it.
struct EndedLoad: Sendable {
    let load: PendingLoad
    let result: Result<Int64, ComputeError>
}
