import PTX

/// What there is to say about one kernel, the device functions it calls included.
struct KernelSummary {
    /// An instruction that no device of this version runs.
    struct Obstacle: Equatable {
        /// Opcode and first modifier: `mma.sync`.
        let instruction: String
        let tier: Tier
        /// Where it stands first.
        let line: UInt32
    }

    let name: String
    let parameters: [CheckedFunction.Parameter]
    /// Registers that the code names, by type, in the order of the types.
    let registers: [(type: ScalarType, count: Int)]
    let sharedBytes: Int
    let usesDynamicShared: Bool
    let bounds: CheckedFunction.LaunchBounds
    /// Each once, in the order of the text.
    let obstacles: [Obstacle]

    init(_ kernel: CheckedFunction, in module: CheckedModule) {
        let functions = Self.reachable(from: kernel, in: module)
        let types = Dictionary(grouping: functions.flatMap(\.registers), by: \.type)
        let instructions = functions.flatMap(\.instructions)
        name = kernel.name
        parameters = kernel.parameters
        registers = ScalarType.allCases.compactMap { type in types[type].map { (type, $0.count) } }
        sharedBytes = kernel.sharedByteCount
        usesDynamicShared = instructions.contains { instruction in
            instruction.operands.contains { Self.mentionsDynamicShared($0, module) }
        }
        bounds = kernel.bounds
        obstacles = Self.obstacles(among: instructions)
    }

    private static func reachable(from kernel: CheckedFunction, in module: CheckedModule) -> [CheckedFunction] {
        var found: Set<Int> = []
        var pending = kernel.callees
        while let index = pending.popLast() {
            guard found.insert(index).inserted, module.functions.indices.contains(index) else { continue }
            pending += module.functions[index].callees
        }
        return [kernel] + found.sorted().map { module.functions[$0] }
    }

    private static func obstacles(among instructions: [CheckedInstruction]) -> [Obstacle] {
        var seen: Set<String> = []
        return instructions.compactMap { instruction -> Obstacle? in
            let tier = InstructionTable.forms[instruction.form].tier
            guard tier == .exotic || tier == .refused else { return nil }
            let name = instruction.opcode + (instruction.modifiers.first?.description ?? "")
            guard seen.insert(name).inserted else { return nil }
            return Obstacle(instruction: name, tier: tier, line: instruction.span.line)
        }.sorted { $0.line < $1.line }
    }

    private static func mentionsDynamicShared(_ operand: CheckedOperand, _ module: CheckedModule) -> Bool {
        switch operand {
        case .variable(.module(let index), _), .address(.place(.module(let index)), _):
            module.variables[index].isDynamic
        case .vector(let parts), .list(let parts): parts.contains { mentionsDynamicShared($0, module) }
        case .pair(let first, let second):
            mentionsDynamicShared(first, module) || mentionsDynamicShared(second, module)
        default: false
        }
    }
}
