import Synchronization

/// A launch on its way through the CPU device: which blocks are left, which are paused, who works on it.
final class CPULaunch: StartedLaunch, @unchecked Sendable {
    // Unchecked: everything that changes is in the mutex or atomic; the memory below belongs to this launch alone and
    // lives as long as it.
    let tenant: UInt64
    let deadline: UInt64
    /// Bytes that one block in work takes.
    let machineBytes: Int
    private let launch: Launch
    private let kernel: CPUKernel
    private let geometry: BlockGeometry
    private let parameters: UnsafeMutableRawPointer
    private let map: UnsafeMutablePointer<MemoryMap>
    private let stopFlag: UnsafeMutablePointer<Atomic<Bool>>
    private let memory: BlockMemory
    private let isQueued = Atomic<Bool>(false)
    /// Called when its memory is free again, before the completion.
    private let onEnd: @Sendable () -> Void
    private let completion: @Sendable (LaunchOutcome) -> Void
    private let state: Mutex<State>

    private struct State {
        var next = Dimensions(0, 0, 0)
        var isEveryBlockTaken = false
        var paused: [BlockMachine] = []
        /// Machines between two blocks.
        var idle: [BlockMachine] = []
        var working = 0
        /// Machines that memory was reserved for.
        var machines = 0
        var failure: ComputeError?
        var firstStart: UInt64 = 0
        var isCompleted = false
    }

    /// - Throws: ``ComputeError`` when a block would take too much memory, or a kernel is not this device's.
    init(
        _ launch: Launch, memory: BlockMemory, onEnd: @escaping @Sendable () -> Void,
        completion: @escaping @Sendable (LaunchOutcome) -> Void
    ) throws(ComputeError) {
        guard let kernel = launch.kernel as? CPUKernel else {
            throw ComputeError(.invalidKernel, "the kernel was loaded on another device")
        }
        let geometry = BlockGeometry(
            kernel.program, grid: launch.grid, block: launch.block, dynamicSharedBytes: launch.sharedBytes)
        guard geometry.byteCount <= BlockGeometry.memoryLimit else {
            throw ComputeError(
                .launchFailed,
                "a block of \(geometry.threadCount) threads needs \(geometry.byteCount) bytes for registers, local and"
                    + " shared memory; the CPU device gives it \(BlockGeometry.memoryLimit)")
        }
        self.launch = launch
        self.kernel = kernel
        self.geometry = geometry
        self.memory = memory
        self.onEnd = onEnd
        self.completion = completion
        tenant = launch.tenant
        deadline = launch.deadline
        machineBytes = geometry.byteCount
        let packing = ArgumentPacking(launch, kernel)
        parameters = .allocate(byteCount: max(packing.bytes.count, 16), alignment: 16)
        parameters.copyMemory(from: packing.bytes, byteCount: packing.bytes.count)
        map = .allocate(capacity: 1)
        map.initialize(to: packing.map)
        stopFlag = .allocate(capacity: 1)
        stopFlag.initialize(to: Atomic(false))
        state = Mutex(State())
    }

    deinit {
        parameters.deallocate()
        map.deinitialize(count: 1)
        map.deallocate()
        stopFlag.deinitialize(count: 1)
        stopFlag.deallocate()
    }

    /// Whether a worker would find something to do.
    var hasWork: Bool {
        state.withLock { !$0.isCompleted && $0.failure == nil && (!$0.paused.isEmpty || !$0.isEveryBlockTaken) }
    }

    /// - Returns: whether it was not in a queue before.
    func markQueued() -> Bool { !isQueued.exchange(true, ordering: .acquiringAndReleasing) }
    func unmarkQueued() { isQueued.store(false, ordering: .releasing) }

    func stop(_ reason: LaunchStopReason) {
        let text =
            reason == .deadline
            ? "kernel \(kernel.entry) was stopped at the call's deadline" : "kernel \(kernel.entry) was cancelled"
        fail(ComputeError(.launchFailed, text))
    }

    private func fail(_ error: ComputeError) {
        stopFlag.pointee.store(true, ordering: .relaxed)
        state.withLock { if $0.failure == nil, !$0.isCompleted { $0.failure = error } }
        completeIfDone()
    }

    /// Works on blocks until the slice ends or none is left.
    /// - Returns: whether there was anything to do, and memory to do it in.
    func work(until end: UInt64) -> Bool {
        if MonotonicClock.now() >= deadline { stop(.deadline) }
        guard let (machine, isInBlock) = checkOut() else { return false }
        var pacer = Pacer(end: min(end, deadline), isStopped: stopFlag)
        var hasBlock = isInBlock
        while !stopFlag.pointee.load(ordering: .relaxed) {
            if !hasBlock {
                guard let block = takeBlock() else { break }
                machine.start(block)
                hasBlock = true
            }
            do throws(KernelFault) {
                guard try machine.run(&pacer) == .finished else { break }
                hasBlock = false
            } catch {
                let message = error.message(in: kernel.program, block: launch.block, blockIndex: machine.block)
                fail(ComputeError(.launchFailed, message))
                hasBlock = false
            }
            if MonotonicClock.now() >= end { break }
        }
        checkIn(machine, isInBlock: hasBlock)
        return true
    }

    private func checkOut() -> (BlockMachine, isInBlock: Bool)? {
        let (found, mayMake) = state.withLock { state -> ((BlockMachine, Bool)?, Bool) in
            guard state.failure == nil, !state.isCompleted else { return (nil, false) }
            if state.firstStart == 0 { state.firstStart = MonotonicClock.now() }
            if let machine = state.paused.popLast() {
                state.working += 1
                return ((machine, true), false)
            }
            guard !state.isEveryBlockTaken else { return (nil, false) }
            if let machine = state.idle.popLast() {
                state.working += 1
                return ((machine, false), false)
            }
            guard memory.reserve(machineBytes) else { return (nil, false) }
            state.machines += 1
            state.working += 1
            return (nil, true)
        }
        if let found { return found }
        guard mayMake else { return nil }
        let machine = BlockMachine(
            kernel.program, geometry, parameters: parameters, map: map, output: launch.output)
        return (machine, false)
    }

    private func takeBlock() -> Dimensions? {
        state.withLock { state in
            guard !state.isEveryBlockTaken else { return nil }
            let block = state.next
            let grid = launch.grid
            if block.x + 1 < grid.x {
                state.next = Dimensions(block.x + 1, block.y, block.z)
            } else if block.y + 1 < grid.y {
                state.next = Dimensions(0, block.y + 1, block.z)
            } else {
                state.next = Dimensions(0, 0, block.z + 1)
                state.isEveryBlockTaken = block.z + 1 >= grid.z
            }
            return block
        }
    }

    private func checkIn(_ machine: BlockMachine, isInBlock: Bool) {
        state.withLock { state in
            state.working -= 1
            if isInBlock { state.paused.append(machine) } else { state.idle.append(machine) }
        }
        completeIfDone()
    }

    private func completeIfDone() {
        let outcome = state.withLock { state -> LaunchOutcome? in
            guard state.working == 0, !state.isCompleted else { return nil }
            guard state.failure != nil || (state.isEveryBlockTaken && state.paused.isEmpty) else { return nil }
            state.isCompleted = true
            state.paused = []
            state.idle = []
            memory.release(state.machines * machineBytes)
            let elapsed = state.firstStart == 0 ? 0 : MonotonicClock.now() - state.firstStart
            return LaunchOutcome(failure: state.failure, executionNanoseconds: elapsed)
        }
        if let outcome {
            onEnd()
            completion(outcome)
        }
    }
}
