import Synchronization

@testable import Compute

/// Remembers what it is told.
final class TestObserver: ComputeObserver {
    struct Seen {
        var records: [LaunchRecord] = []
        var permits: [Int] = []
        var available = -1
        var memory: [UInt64: Int] = [:]
        var memoryChanges = 0
        var hits = 0
        var prepared = 0
    }

    private let state = Mutex(Seen())

    var seen: Seen { state.withLock { $0 } }

    func launchEnded(_ record: LaunchRecord) { state.withLock { $0.records.append(record) } }
    func permitsChanged(used: Int, available: Int) {
        state.withLock { seen in
            seen.permits.append(used)
            seen.available = available
        }
    }
    func deviceMemoryChanged(tenant: UInt64, by bytes: Int) {
        state.withLock { seen in
            seen.memory[tenant, default: 0] += bytes
            seen.memoryChanges += 1
        }
    }
    func kernelCacheHit() { state.withLock { $0.hits += 1 } }
    func kernelPrepared(nanoseconds: UInt64) { state.withLock { $0.prepared += 1 } }
}
