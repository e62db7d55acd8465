import Synchronization
import Threads

/// The kernels of a device: ``KernelCacheTable`` with threads that prepare what is missing.
final class KernelCache: Sendable {
    typealias Waiter = @Sendable (Result<any Kernel, ComputeError>) -> Void
    private typealias Table = KernelCacheTable<KernelKey, any Kernel, LoadID, Waiter>

    private let device: any Device
    private let kind: DeviceAttributes.Kind
    private let digest: @Sendable ([UInt8]) -> [UInt8]
    private let observer: any ComputeObserver
    private let table: Mutex<Table>
    private let isClosed = Atomic<Bool>(false)

    init(
        device: any Device, limits: ComputeLimits, digest: @escaping @Sendable ([UInt8]) -> [UInt8],
        observer: any ComputeObserver
    ) {
        self.device = device
        self.digest = digest
        self.observer = observer
        kind = device.attributes.kind
        table = Mutex(
            Table(
                bounds: KernelCacheBounds(
                    count: limits.cachedKernels, bytes: limits.cachedKernelBytes,
                    workers: max(limits.preparationThreads, 1), waiting: limits.waitingPreparations,
                    waitingBytes: limits.waitingPreparationBytes)))
    }

    /// The key of a text's kernel. Takes the time of a SHA-256 of the text.
    func key(tenant: UInt64, ptx: [UInt8], entry: String) -> KernelKey {
        KernelKey(tenant: tenant, digest: digest(ptx), entry: entry, device: kind)
    }

    /// Asks for a kernel.
    /// - Parameters:
    ///   - id: names the waiter, for ``withdraw(_:of:)``.
    ///   - waiter: called once, on another thread, unless the kernel is there or it is withdrawn.
    /// - Returns: the kernel when it is there, or `nil` when the waiter will be called.
    /// - Throws: `quotaExceeded` when too many preparations wait.
    func load(
        _ key: KernelKey, ptx: [UInt8], id: LoadID, _ waiter: @escaping Waiter
    ) throws(ComputeError) -> (any Kernel)? {
        guard !isClosed.load(ordering: .acquiring) else { throw .shutDown }
        let decision = table.withLock { $0.request(key, of: key.tenant, text: ptx, id: id, waiter) }
        switch decision {
        case .found(let kernel):
            observer.kernelCacheHit()
            return kernel
        case .waiting(let startsWorker):
            if startsWorker, !WorkerThread.start(name: "prepare-kernels", { self.work() }) {
                workerMissing()
            }
            return nil
        case .refused:
            throw ComputeError(.quotaExceeded, "too many kernels are being prepared")
        }
    }

    /// Stops waiting.
    /// - Returns: whether the waiter is not called any more; else it has been, or is being called.
    func withdraw(_ id: LoadID, of key: KernelKey) -> Bool {
        table.withLock { $0.withdraw(id, of: key) } != nil
    }

    /// Refuses loads from now on; those whose preparation has not begun fail.
    func close() {
        isClosed.store(true, ordering: .releasing)
        let waiters = table.withLock { $0.dropWaiting() }
        for waiter in waiters { waiter(.failure(.shutDown)) }
    }

    private func work() {
        while let job = table.withLock({ $0.next() }) { prepare(job) }
    }

    private func prepare(_ job: Table.Job) {
        let begin = MonotonicClock.now()
        let result: Result<any Kernel, ComputeError>
        do throws(ComputeError) {
            result = .success(try device.load(ptx: job.text, entry: job.key.entry))
        } catch {
            result = .failure(error)
        }
        let kernel = try? result.get()
        let (waiters, _) = table.withLock { $0.finish(job.key, kernel, footprint: kernel?.footprint ?? 0) }
        if kernel != nil {
            observer.kernelPrepared(nanoseconds: MonotonicClock.now() - begin)
            // Who joined has saved a preparation, like one that finds the kernel in its place.
            for _ in waiters.dropFirst() { observer.kernelCacheHit() }
        }
        for waiter in waiters { waiter(result) }
    }

    /// Without a thread nobody would ever answer those who wait.
    private func workerMissing() {
        let waiters = table.withLock { table in
            table.workerMissing() ? table.dropWaiting() : []
        }
        for waiter in waiters {
            waiter(.failure(ComputeError(.internal, "no thread could be made to prepare kernels")))
        }
    }
}
