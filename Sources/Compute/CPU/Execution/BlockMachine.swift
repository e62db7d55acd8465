/// Runs the blocks of one launch, one after the other, on one thread at a time. It can pause in the middle of a block.
///
/// Owns all memory of a block: registers, masks, local and shared memory. The launch outlives it.
final class BlockMachine: @unchecked Sendable {
    // Unchecked: a launch hands a machine to one thread at a time, under its lock.
    /// How a turn ended.
    enum Stop {
        case finished
        case paused
    }

    private let program: Program
    private let geometry: BlockGeometry
    private let memory: UnsafeMutableRawPointer
    private let shared: UnsafeMutableRawPointer
    private let barriers: UnsafeMutablePointer<Barrier>
    private var gangs: [Gang] = []
    private var nextGang = 0
    /// The block in work.
    private(set) var block = Dimensions(0, 0, 0)

    /// - Parameters:
    ///   - parameters: the kernel's parameter bytes; together with `map` alive as long as the machine.
    ///   - output: receives what the kernel prints.
    init(
        _ program: Program, _ geometry: BlockGeometry, parameters: UnsafeMutableRawPointer,
        map: UnsafePointer<MemoryMap>, output: (([UInt8]) -> Void)?
    ) {
        self.program = program
        self.geometry = geometry
        memory = .allocate(byteCount: geometry.gangBytes * geometry.gangCount, alignment: 64)
        shared = .allocate(byteCount: max(geometry.sharedBytes, 16), alignment: 256)
        barriers = .allocate(capacity: Barrier.count)
        barriers.initialize(repeating: Barrier(), count: Barrier.count)
        let context = BlockContext(
            shared: shared, sharedBytes: UInt64(geometry.sharedBytes), parameters: parameters,
            parameterBytes: UInt64(program.parameterBytes), map: map, lists: UnsafePointer(program.lists.baseAddress!),
            barriers: barriers, output: output)
        gangs = (0..<geometry.gangCount).map { index in
            geometry.makeGang(index, at: memory + index * geometry.gangBytes, context)
        }
        for gang in gangs { prepareRows(of: gang) }
    }

    deinit {
        memory.deallocate()
        shared.deallocate()
        barriers.deallocate()
    }

    /// Begins a block: every thread at the first operation, shared memory and local memory zero.
    func start(_ block: Dimensions) {
        self.block = block
        nextGang = 0
        if geometry.sharedBytes > 0 {
            shared.initializeMemory(as: UInt8.self, repeating: 0, count: geometry.sharedBytes)
        }
        barriers.update(repeating: Barrier(), count: Barrier.count)
        for index in gangs.indices {
            gangs[index].restart()
            for special in program.specials {
                guard case .blockIndex(let axis) = special.register else { continue }
                let value = axis == .x ? block.x : axis == .y ? block.y : block.z
                gangs[index].fill(special.row, with: UInt32(truncatingIfNeeded: value))
            }
        }
    }

    /// Runs the block until it ends or the pacer says to pause.
    func run(_ pacer: inout Pacer) throws(KernelFault) -> Stop {
        // Sound: the program keeps its operations at one address as long as it lives, the machine keeps the program,
        // and every program has at least the operation that ends it.
        let operations = UnsafePointer(program.operations.baseAddress!)
        while true {
            while nextGang < gangs.count {
                if try gangs[nextGang].run(operations, &pacer) == .paused { return .paused }
                nextGang += 1
            }
            let live = gangs.reduce(0) { $0 + $1.liveCount }
            if live == 0 { return .finished }
            try releaseBarriers(live: live, operations)
            nextGang = 0
        }
    }

    private func releaseBarriers(live: Int, _ operations: UnsafePointer<Operation>) throws(KernelFault) {
        var isAnyReleased = false
        for number in 0..<Barrier.count where barriers[number].isComplete(live: live) {
            isAnyReleased = true
            for gang in gangs { gang.release(number, barriers[number], operations) }
            barriers[number] = Barrier()
        }
        if !isAnyReleased {
            let (operation, thread) = gangs.lazy.compactMap(\.someWaitingLane).first ?? (0, 0)
            throw KernelFault(kind: .deadlock, operation: operation, thread: thread)
        }
    }

    /// Fills the rows that stay the same for all blocks.
    private func prepareRows(of gang: Gang) {
        for constant in program.constants {
            switch constant.width {
            case .bits64: gang.fill(constant.row, with: constant.bits)
            case .bits16, .bits32: gang.fill(constant.row, with: UInt32(truncatingIfNeeded: constant.bits))
            }
        }
        for parameter in program.parameterRows {
            let value = read(parameter, gang.context.parameters)
            switch parameter.width {
            case .bits64: gang.fill(parameter.row, with: value)
            case .bits32: gang.fill(parameter.row, with: UInt32(truncatingIfNeeded: value))
            case .bits16: gang.fill(parameter.row, with: UInt16(truncatingIfNeeded: value))
            }
        }
        for special in program.specials {
            for lane in 0..<gang.laneCount {
                let value = geometry.value(of: special.register, thread: gang.firstThread + lane)
                gang.row(special.row, of: UInt32.self)[lane] = value
            }
        }
    }

    private func read(_ parameter: ParameterRow, _ parameters: UnsafeMutableRawPointer) -> UInt64 {
        // Sound: the decoder has checked that what is read lies inside the parameters.
        let source = parameters + parameter.offset
        return switch parameter.type {
        case .u8: UInt64(source.loadUnaligned(as: UInt8.self))
        case .s8: UInt64(truncatingIfNeeded: source.loadUnaligned(as: Int8.self))
        case .u16: UInt64(source.loadUnaligned(as: UInt16.self))
        case .s16: UInt64(truncatingIfNeeded: source.loadUnaligned(as: Int16.self))
        case .b32: UInt64(source.loadUnaligned(as: UInt32.self))
        case .s32: UInt64(truncatingIfNeeded: source.loadUnaligned(as: Int32.self))
        case .b64: source.loadUnaligned(as: UInt64.self)
        }
    }
}
