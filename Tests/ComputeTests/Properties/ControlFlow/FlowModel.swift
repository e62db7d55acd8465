/// Runs a ``FlowProgram`` thread by thread.
struct FlowModel {
    private let program: FlowProgram

    /// Why a thread does not go on with the next piece.
    private enum Jump { case leave, again, finish }

    init(_ program: FlowProgram) { self.program = program }

    /// The registers of every thread at its end.
    func results() -> [[UInt32]] {
        (0..<program.blocks).flatMap { block in
            var state = Block(threads: Array(program.inputs[block * program.threads..<(block + 1) * program.threads]))
            together(program.body, &state)
            return state.threads
        }
    }

    /// A block's threads and its shared memory.
    private struct Block {
        var threads: [[UInt32]]
        var isLive: [Bool]
        var shared: [UInt32]

        init(threads: [[UInt32]]) {
            self.threads = threads
            isLive = threads.map { _ in true }
            shared = threads.map { _ in 0 }
        }
    }

    private func together(_ nodes: [FlowNode], _ block: inout Block) {
        let count = block.threads.count
        for node in nodes {
            let live = block.threads.indices.filter { block.isLive[$0] }
            switch node {
            case .turns(let turns, let body):
                for _ in 0..<turns { together(body, &block) }
            case .exchange(let result, let source, let distance):
                for thread in live { block.shared[thread] = block.threads[thread][source] }
                for thread in live { block.threads[thread][result] = block.shared[(thread + distance) % count] }
            case .census(let result, let condition):
                let total = live.count { holds(condition, block.threads[$0]) }
                for thread in live { block.threads[thread][result] = UInt32(total) }
            case .shuffle(let result, let source, let flippedBits):
                let before = block.threads
                for thread in live { block.threads[thread][result] = before[thread ^ Int(flippedBits)][source] }
            default:
                for thread in live where run([node], &block.threads[thread]) == .finish {
                    block.isLive[thread] = false
                }
            }
        }
    }

    private func run(_ nodes: [FlowNode], _ registers: inout [UInt32]) -> Jump? {
        for node in nodes {
            if let jump = run(node, &registers) { return jump }
        }
        return nil
    }

    private func run(_ node: FlowNode, _ registers: inout [UInt32]) -> Jump? {
        switch node {
        case .compute(let operation, let condition):
            if let condition, !holds(condition, registers) { return nil }
            let second =
                switch operation.second {
                case .register(let number): registers[number]
                case .constant(let value): value
                }
            registers[operation.result] = FlowOperation.all[operation.number].apply(registers[operation.first], second)
            return nil
        case .branch(let condition, let yes, let no):
            return run(holds(condition, registers) ? yes : no, &registers)
        case .loop(let count, let limit, let isTestedFirst, let body):
            let turns = registers[count] % limit
            for _ in 0..<(isTestedFirst ? turns : max(turns, 1)) {
                switch run(body, &registers) {
                case .leave: return nil
                case .finish: return .finish
                case .again, nil: continue
                }
            }
            return nil
        case .leave(let condition): return holds(condition, registers) ? .leave : nil
        case .again(let condition): return holds(condition, registers) ? .again : nil
        case .finish(let condition, _): return holds(condition, registers) ? .finish : nil
        case .choose(let register, let pieces):
            return run(pieces[Int(registers[register]) & (pieces.count - 1)], &registers)
        case .call(let result, let argument):
            var own = (0..<FlowProgram.registers).map { registers[argument] &* UInt32(2 * $0 + 1) }
            _ = run(program.function, &own)
            registers[result] = own[0]
            return nil
        case .turns, .exchange, .census, .shuffle: return nil
        }
    }

    private func holds(_ condition: FlowCondition, _ registers: [UInt32]) -> Bool {
        let value = registers[condition.register] & condition.mask
        return FlowCondition.all[condition.number].holds(value, condition.bound) != condition.isNegated
    }
}
