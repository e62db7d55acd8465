import PTX

/// How the threads of a launch's blocks lie in gangs, and how much memory that takes.
struct BlockGeometry {
    /// Bytes of registers, local and shared memory that a block may take.
    static let memoryLimit = 64 << 20

    let grid: Dimensions
    let block: Dimensions
    let threadCount: Int
    /// Lanes of a gang, a multiple of 32.
    let laneCount: Int
    let gangCount: Int
    let rowCount: Int
    /// Bytes of a lane's own memory, a multiple of 16.
    let localStride: Int
    /// Static and dynamic shared bytes.
    let sharedBytes: Int
    /// Static and dynamic shared bytes; only the launch's own ones.
    let dynamicSharedBytes: Int

    init(_ program: Program, grid: Dimensions, block: Dimensions, dynamicSharedBytes: Int) {
        self.grid = grid
        self.block = block
        threadCount = block.x * block.y * block.z
        let warps = (threadCount + Gang.warpSize - 1) / Gang.warpSize
        laneCount = min(warps * Gang.warpSize, Gang.laneLimit)
        gangCount = (threadCount + laneCount - 1) / laneCount
        rowCount = program.rowCount
        localStride = (program.localBytes + 15) & ~15
        sharedBytes = program.sharedBytes + dynamicSharedBytes
        self.dynamicSharedBytes = dynamicSharedBytes
    }

    private var rowBytes: Int { laneCount * 4 }
    private var localBytes: Int { (localStride * laneCount + 63) & ~63 }
    /// Rows, then local memory, then two masks, counters, resumptions, states and barrier numbers.
    var gangBytes: Int { (rowBytes * (rowCount + 4) + localBytes + 2 * laneCount + 63) & ~63 }
    /// What one block takes.
    var byteCount: Int { gangBytes * gangCount + sharedBytes }

    /// A gang over memory of ``gangBytes`` at `base`.
    func makeGang(_ index: Int, at base: UnsafeMutableRawPointer, _ context: BlockContext) -> Gang {
        base.initializeMemory(as: UInt8.self, repeating: 0, count: gangBytes)
        let locals = base + rowBytes * rowCount
        let words = locals + localBytes
        // Sound: the parts lie one after the other inside `gangBytes`, each aligned to 64 bytes or to single bytes.
        let active = words.assumingMemoryBound(to: UInt32.self)
        let states = (words + 4 * rowBytes).assumingMemoryBound(to: LaneState.self)
        let firstThread = index * laneCount
        return Gang(
            laneCount: laneCount, firstThread: firstThread, threadCount: min(laneCount, threadCount - firstThread),
            isAlone: gangCount == 1, rows: base, rowStride: rowBytes, active: active,
            narrowed: (words + rowBytes).assumingMemoryBound(to: UInt32.self),
            counters: (words + 2 * rowBytes).assumingMemoryBound(to: Int32.self),
            resumptions: (words + 3 * rowBytes).assumingMemoryBound(to: Int32.self), states: states,
            barrierNumbers: (words + 4 * rowBytes + laneCount).assumingMemoryBound(to: UInt8.self), locals: locals,
            localStride: localStride, mask: active, context: context)
    }

    /// A special register of a thread, numbered within its block; those of a block's own place are filled later.
    func value(of register: SpecialRegister, thread: Int) -> UInt32 {
        let lane = UInt32(thread % Gang.warpSize)
        let number: Int
        switch register {
        case .threadIndex(.x): number = thread % block.x
        case .threadIndex(.y): number = thread / block.x % block.y
        case .threadIndex(.z): number = thread / (block.x * block.y)
        case .threadCount(let axis): number = size(block, axis)
        case .blockCount(let axis): number = size(grid, axis)
        case .laneIndex: number = Int(lane)
        case .warpIndex: number = thread / Gang.warpSize
        case .warpCount: number = (threadCount + Gang.warpSize - 1) / Gang.warpSize
        case .multiprocessorCount: number = 1
        case .laneMaskEqual: return 1 << lane
        case .laneMaskLess: return (1 << lane) &- 1
        case .laneMaskLessOrEqual: return (1 << lane) | ((1 << lane) &- 1)
        case .laneMaskGreater: return ~((1 << lane) | ((1 << lane) &- 1))
        case .laneMaskGreaterOrEqual: return ~((1 << lane) &- 1)
        case .dynamicSharedByteCount: number = dynamicSharedBytes
        case .totalSharedByteCount: number = sharedBytes
        case .warpSize: number = Gang.warpSize
        case .blockIndex, .multiprocessorIndex, .gridIndex, .clock, .clockHigh, .clock64, .globalTimer, .globalTimerLow,
            .globalTimerHigh, .other:
            number = 0
        }
        return UInt32(truncatingIfNeeded: number)
    }

    private func size(_ dimensions: Dimensions, _ axis: SpecialRegister.Axis) -> Int {
        switch axis {
        case .x: dimensions.x
        case .y: dimensions.y
        case .z: dimensions.z
        }
    }
}

extension Gang {
    /// All threads at the first operation, local memory zero.
    mutating func restart() {
        if localStride > 0 {
            locals.initializeMemory(as: UInt8.self, repeating: 0, count: localStride * laneCount)
        }
        for lane in 0..<laneCount {
            let isThread = lane < threadCount
            states[lane] = isThread ? .running : .exited
            counters[lane] = isThread ? 0 : .max
            active[lane] = 0
        }
        mask = active
        hasParked = false
        liveCount = threadCount
    }

    /// A lane that waits at a barrier: the barrier's operation and the thread.
    var someWaitingLane: (operation: Int, thread: Int)? {
        (0..<laneCount).first { states[$0] == .atBarrier }.map { (Int(resumptions[$0]) - 1, firstThread + $0) }
    }
}
