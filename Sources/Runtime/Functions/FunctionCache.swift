import Storage
import Synchronization

/// The functions that are ready to run, the least recently used leaving first.
///
/// A load that a deletion overtakes must not bring the function back: ``generation()`` is taken before the load reads
/// anything and given to ``insert(_:loadedIn:)``, which then refuses.
final class FunctionCache: Sendable {
    private struct Entry {
        let function: LoadedFunction
        var lastUse: UInt64
    }

    private struct State {
        var entries: [FunctionID: Entry] = [:]
        var clock: UInt64 = 0
        var generation: UInt64 = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: functions kept, at least 1.
    init(limit: Int) { self.limit = max(limit, 1) }

    func function(_ id: FunctionID) -> LoadedFunction? {
        state.withLock { state in
            state.clock += 1
            let now = state.clock
            guard let index = state.entries.index(forKey: id) else { return nil }
            state.entries.values[index].lastUse = now
            return state.entries.values[index].function
        }
    }

    func generation() -> UInt64 { state.withLock { $0.generation } }

    /// Keeps a function, unless one was removed since its load began. Takes O(limit) when the cache is full.
    func insert(_ function: LoadedFunction, loadedIn generation: UInt64) {
        state.withLock { state in
            guard state.generation == generation else { return }
            if state.entries.count >= limit,
                let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })?.key
            {
                state.entries[oldest] = nil
            }
            state.clock += 1
            state.entries[function.record.id] = Entry(function: function, lastUse: state.clock)
        }
    }

    func remove(_ id: FunctionID) {
        state.withLock { state in
            state.generation += 1
            state.entries[id] = nil
        }
    }
}
