import Storage
import Synchronization
import Telemetry
import Tenancy

/// Runs calls that nobody waits for: accepted when they are durable, run in their tenants' turns, kept with their result.
///
/// A job whose process dies runs again; it has one terminal state, whatever happens. What the storage cannot take at
/// the moment, a full disk for example, is tried again until it can.
public final class JobRunner: Sendable {
    let runtime: Runtime
    let storage: Storage
    let codec: JobCodec
    let limits: JobLimits
    let metrics: TensorWasmMetrics
    let book: Mutex<JobBook>
    private let idle = Mutex<[CheckedContinuation<Void, Never>]>([])
    private let background = Mutex<Task<Void, Never>?>(nil)

    /// Pause before the storage is asked again for what it could not do.
    static let storageRetry = Duration.milliseconds(500)
    /// Time between two removals of what is kept no longer.
    private static let cleaningInterval = Duration.seconds(600)
    /// Rows removed in one transaction.
    private static let cleaningBatch = 1_000
    /// Jobs read at once at start.
    private static let recoveryPage = 1_000

    /// Makes a runner that runs nothing before ``start()``.
    public init(
        runtime: Runtime, storage: Storage, codec: JobCodec, limits: JobLimits, metrics: TensorWasmMetrics
    ) {
        self.runtime = runtime
        self.storage = storage
        self.codec = codec
        self.limits = limits
        self.metrics = metrics
        book = Mutex(JobBook(limits: limits))
    }

    /// Takes up the jobs that an earlier process has left, and begins to remove what has been kept long enough.
    public func start() async throws(RuntimeError) {
        var place: JobID?
        repeat {
            let page = try await RuntimeError.awaitingStorage { [storage, place] () async throws(StorageError) in
                try await storage.unfinishedJobs(after: place, limit: Self.recoveryPage)
            }
            for job in page {
                book.withLock { book in
                    book.hold(job.tenant)
                    book.enqueue(job.id, job.tenant, weight: weight(of: job.tenant))
                }
            }
            place = page.count == Self.recoveryPage ? page.last?.id : nil
        } while place != nil
        showOutstanding()
        background.withLock { task in
            task = Task { [weak self] in
                while !Task.isCancelled {
                    guard let self else { return }
                    await removeExpired()
                    try? await Task.sleep(for: Self.cleaningInterval)
                }
            }
        }
        runNext()
    }

    /// Accepts a job. When this returns, it survives the death of the process.
    ///
    /// - Parameters:
    ///   - request: the call, which is checked as far as it can be without running it.
    ///   - body: what the codec makes the call of again.
    /// - Throws: as the call itself would, and ``RuntimeError/capacityExhausted(_:)`` or
    ///   ``RuntimeError/tenantCapacityExhausted(_:)`` when too many are outstanding.
    public func submit(
        _ request: CallRequest, body: [UInt8], idempotency: IdempotencyClaim<JobRecord>?
    ) async throws(RuntimeError) -> Creation<JobRecord> {
        try await runtime.check(request)
        let tenant = request.tenant
        try reserve(tenant)
        let job = NewJob(
            function: request.function, tenant: tenant, request: body,
            timeLimitMilliseconds: request.timeLimit.map { Int($0 / 1_000_000) })
        do throws(StorageError) {
            let creation = try await storage.createJob(job, idempotency: idempotency)
            if case .created(let record) = creation {
                book.withLock { $0.enqueue(record.id, tenant, weight: weight(of: tenant)) }
                runNext()
            } else {
                release(tenant)
            }
            return creation
        } catch {
            release(tenant)
            throw .storage(error)
        }
    }

    /// Takes one of the places that jobs and streams share; give it back with ``release(_:)``.
    /// - Throws: ``RuntimeError/capacityExhausted(_:)`` or ``RuntimeError/tenantCapacityExhausted(_:)``.
    public func reserve(_ tenant: TenantID) throws(RuntimeError) {
        switch book.withLock({ $0.reserve(tenant) }) {
        case .reserved: showOutstanding()
        case .nodeFull: throw .capacityExhausted("too many jobs are outstanding")
        case .tenantFull: throw .tenantCapacityExhausted("the tenant has too many outstanding jobs")
        }
    }

    /// Gives a place back.
    public func release(_ tenant: TenantID) {
        book.withLock { $0.release(tenant) }
        showOutstanding()
    }

    /// Cancels a job of a tenant: one that waits never begins, one that runs is stopped.
    public func cancel(_ id: JobID, tenant: TenantID) async throws(RuntimeError) -> JobCancellation {
        let outcome = try await RuntimeError.awaitingStorage { [storage] () async throws(StorageError) in
            try await storage.cancelJob(id, tenant: tenant)
        }
        // It is cancelled on the disk from here on; what runs of it has no effect any more.
        if outcome == .cancelled || outcome == .running {
            metrics.jobs.jobEnded(.cancelled)
            if let call = book.withLock({ $0.cancel(id, tenant) }) { runtime.cancel(call) }
            showOutstanding()
        }
        return outcome
    }

    /// Ends the runner: nothing begins any more, what runs is stopped and goes back to the jobs that wait.
    public func stop() async {
        background.withLock { $0?.cancel() }
        let calls = book.withLock { $0.stop() }
        for call in calls { runtime.cancel(call) }
        await withCheckedContinuation { continuation in
            idle.withLock { $0.append(continuation) }
            resumeIfIdle()
        }
    }

    /// Changes the book, and tells ``stop()`` when nothing runs any more.
    func settle(_ change: (inout JobBook) -> Void) {
        book.withLock { change(&$0) }
        resumeIfIdle()
    }

    private func resumeIfIdle() {
        guard book.withLock({ $0.isStopped && $0.isIdle }) else { return }
        let waiting = idle.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func weight(of tenant: TenantID) -> Int { runtime.configuration.tenantWeights[tenant.rawValue] ?? 1 }

    func showOutstanding() { metrics.jobs.active.set(Int64(book.withLock(\.total))) }

    private func removeExpired() async {
        let now = WallClock.unixMilliseconds()
        let jobs = now - limits.retention.milliseconds
        while let count = try? await storage.removeExpiredJobs(finishedBefore: jobs, limit: Self.cleaningBatch),
            count == Self.cleaningBatch
        {}
        _ = try? await storage.removeExpiredIdempotencyKeys(before: now - limits.keyRetention.milliseconds)
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
