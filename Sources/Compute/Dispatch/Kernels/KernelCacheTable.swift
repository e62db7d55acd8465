/// Decides what a load needs: a kernel that is there, the end of a preparation that is under way, or one of its own.
///
/// Kernels leave, the least recently used first, when there are too many or they are too large together. A key is
/// prepared once however many ask for it; a failure is told to those who asked and not kept. Preparations that wait
/// are bounded in number and in bytes of text, tenants take turns, and no tenant takes more than half of the places.
/// A plain value without clocks or locks.
struct KernelCacheTable<Key: Hashable, Kernel, WaiterID: Hashable, Waiter> {
    private struct Entry {
        let kernel: Kernel
        let footprint: Int
        var lastUse: UInt64
    }

    private struct Preparation {
        let tenant: UInt64
        let text: [UInt8]
        var waiters: [WaiterID: Waiter]
    }

    private let bounds: KernelCacheBounds
    private var entries: [Key: Entry] = [:]
    private var preparations: [Key: Preparation] = [:]
    private var queue = RoundRobin<Key>()
    private var waitingBytes: [UInt64: Int] = [:]
    private var allWaitingBytes = 0
    private var uses: UInt64 = 0
    private(set) var keptBytes = 0
    private(set) var workers = 0

    init(bounds: KernelCacheBounds) { self.bounds = bounds }

    var keptCount: Int { entries.count }
    var waitingCount: Int { queue.count }

    /// Asks for a kernel.
    /// - Parameters:
    ///   - id: names the waiter, for ``withdraw(_:of:)``.
    ///   - text: what is to be prepared.
    mutating func request(_ key: Key, of tenant: UInt64, text: [UInt8], id: WaiterID, _ waiter: Waiter) -> Decision {
        if let index = entries.index(forKey: key) {
            uses += 1
            entries.values[index].lastUse = uses
            return .found(entries.values[index].kernel)
        }
        if let index = preparations.index(forKey: key) {
            preparations.values[index].waiters[id] = waiter
            return .waiting(startsWorker: false)
        }
        guard hasPlace(for: text.count, of: tenant) else { return .refused }
        preparations[key] = Preparation(tenant: tenant, text: text, waiters: [id: waiter])
        queue.append(key, of: tenant)
        addWaiting(text.count, of: tenant)
        guard workers < bounds.workers else { return .waiting(startsWorker: false) }
        workers += 1
        return .waiting(startsWorker: true)
    }

    /// What a worker does next; with `nil` it has ended. A preparation that nobody waits for is passed over.
    mutating func next() -> Job? {
        while let key = queue.popFirst() {
            guard let index = preparations.index(forKey: key) else { continue }
            addWaiting(-preparations.values[index].text.count, of: preparations.values[index].tenant)
            guard preparations.values[index].waiters.isEmpty else {
                return Job(key: key, text: preparations.values[index].text)
            }
            preparations.remove(at: index)
        }
        workers -= 1
        return nil
    }

    /// A preparation has ended.
    /// - Parameter kernel: `nil` when it failed.
    /// - Returns: who waited for it, and kernels that left the cache.
    mutating func finish(_ key: Key, _ kernel: Kernel?, footprint: Int) -> (waiters: [Waiter], left: [Kernel]) {
        let waiters = preparations.removeValue(forKey: key).map { Array($0.waiters.values) } ?? []
        guard let kernel, footprint <= bounds.bytes else { return (waiters, []) }
        uses += 1
        entries[key] = Entry(kernel: kernel, footprint: footprint, lastUse: uses)
        keptBytes += footprint
        return (waiters, shrink())
    }

    private mutating func shrink() -> [Kernel] {
        guard entries.count > bounds.count || keptBytes > bounds.bytes else { return [] }
        var left: [Kernel] = []
        for (key, entry) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard entries.count > bounds.count || keptBytes > bounds.bytes else { break }
            entries[key] = nil
            keptBytes -= entry.footprint
            left.append(entry.kernel)
        }
        return left
    }

    /// Stops waiting.
    /// - Returns: the waiter, which is not called any more; `nil` when it has been or was never there.
    mutating func withdraw(_ id: WaiterID, of key: Key) -> Waiter? {
        guard let index = preparations.index(forKey: key) else { return nil }
        return preparations.values[index].waiters.removeValue(forKey: id)
    }

    /// A worker could not be started.
    /// - Returns: whether there is no other one either.
    mutating func workerMissing() -> Bool {
        workers -= 1
        return workers == 0
    }

    /// Drops all preparations that have not begun.
    /// - Returns: who waited for them.
    mutating func dropWaiting() -> [Waiter] {
        var waiters: [Waiter] = []
        while let key = queue.popFirst() {
            guard let preparation = preparations.removeValue(forKey: key) else { continue }
            addWaiting(-preparation.text.count, of: preparation.tenant)
            waiters += preparation.waiters.values
        }
        return waiters
    }

    private func hasPlace(for bytes: Int, of tenant: UInt64) -> Bool {
        queue.count < bounds.waiting && queue.count(of: tenant) < max(bounds.waiting / 2, 1)
            && bytes <= bounds.waitingBytes - allWaitingBytes
            && bytes <= bounds.waitingBytes / 2 - (waitingBytes[tenant] ?? 0)
    }

    private mutating func addWaiting(_ bytes: Int, of tenant: UInt64) {
        allWaitingBytes += bytes
        let sum = (waitingBytes[tenant] ?? 0) + bytes
        waitingBytes[tenant] = sum == 0 ? nil : sum
    }

    /// A text to prepare.
    struct Job {
        let key: Key
        let text: [UInt8]
    }

    /// What a load needs.
    enum Decision {
        /// The kernel is there.
        case found(Kernel)
        /// The waiter will be called; `startsWorker` tells the caller to start one that takes ``next()`` until there
        /// is no job.
        case waiting(startsWorker: Bool)
        /// Too many preparations wait.
        case refused
    }
}
