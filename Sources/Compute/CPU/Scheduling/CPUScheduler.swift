import Synchronization
import Threads

/// Shares a few threads between all launches: tenants take turns, and a tenant's launches take turns among themselves.
final class CPUScheduler: Sendable {
    /// How long a thread works on one launch before it looks at the others, in nanoseconds.
    private static let slice: UInt64 = 1_000_000

    private struct State {
        var waiting = RoundRobin<CPULaunch>()
        /// Launches that found no memory for a block; they wait until some is given back.
        var starved: [CPULaunch] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    /// Kernels stand back for the threads that answer requests.
    private let crew: BackgroundCrew
    private let memory: BlockMemory

    init(threads: Int, memory: BlockMemory) {
        crew = BackgroundCrew(name: "kernel", threads: threads)
        self.memory = memory
        crew.start { self.serve() }
    }

    /// Runs a launch to its end, beginning on the caller's thread.
    func run(_ launch: CPULaunch, firstSlice: UInt64) { work(on: launch, for: firstSlice) }

    /// Lets the launches that found no memory try again.
    func memoryReturned() {
        let starved = state.withLock { state in
            defer { state.starved = [] }
            return state.starved
        }
        for launch in starved { enqueue(launch) }
    }

    /// Stops every launch that waits for a thread, then the threads.
    func stop() {
        let left = state.withLock { state in
            state.isStopped = true
            var left = state.starved
            state.starved = []
            while let launch = state.waiting.popFirst() { left.append(launch) }
            return left
        }
        for launch in left { launch.stop(.cancelled) }
        crew.stop()
        crew.join()
    }

    private func work(on launch: CPULaunch, for slice: UInt64) {
        let didWork = launch.work(until: MonotonicClock.now() &+ slice)
        if !didWork, launch.hasWork {
            park(launch)
        } else {
            enqueue(launch)
        }
    }

    private func park(_ launch: CPULaunch) {
        state.withLock { $0.starved.append(launch) }
        // Memory that came back before the launch was in the list would otherwise never wake it.
        if memory.has(launch.machineBytes) { memoryReturned() }
    }

    private func enqueue(_ launch: CPULaunch) {
        guard launch.hasWork, launch.markQueued() else { return }
        let isStopped = state.withLock { state in
            if !state.isStopped { state.waiting.append(launch, of: launch.tenant) }
            return state.isStopped
        }
        if isStopped { launch.stop(.cancelled) } else { crew.summon() }
    }

    private func serve() {
        guard let launch = state.withLock({ $0.waiting.popFirst() }) else { return }
        launch.unmarkQueued()
        // Others may join in at once, as long as there are blocks.
        enqueue(launch)
        work(on: launch, for: Self.slice)
    }
}
