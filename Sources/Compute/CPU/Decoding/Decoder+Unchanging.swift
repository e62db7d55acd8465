import PTX

/// Registers that hold the same from beginning to end: constants, parameters, places of threads.
///
/// Compilers put each into a register of its own. Where that is the register's only definition, the register becomes
/// another name for the row that holds the value anyway, and the instruction disappears: in short kernels a third of all.
extension Decoder {
    /// Finds such registers of a function, and the instructions that define them.
    mutating func nameUnchangingRegisters(_ index: Int) throws(ComputeError) {
        functionIndex = index
        function = source.functions[index]
        var definitions = [Int](repeating: 0, count: function.registers.count)
        // Destinations come first; what is counted beside them only keeps a register from being found.
        for next in function.instructions { next.operands.first?.forEachRegister { definitions[$0] += 1 } }
        var unchanging: Set<Int> = []
        for (position, next) in function.instructions.enumerated() where next.condition == nil {
            guard case .register(let target)? = next.operands.first, definitions[target] == 1 else { continue }
            instruction = next
            let width = RowWidth(function.registers[target].type)
            guard let row = try unchangingRow(width, unchanging) else { continue }
            registerRows[index]?[target] = row
            unchanging.insert(target)
            replaced.insert(InstructionPlace(function: index, position: position))
        }
    }

    /// The row of the value that the instruction in work puts into its register, if that value never changes.
    private mutating func unchangingRow(_ width: RowWidth, _ unchanging: Set<Int>) throws(ComputeError) -> Int32? {
        guard instruction.operands.count == 2, let memory = instruction.type.memory else { return nil }
        switch instruction.opcode {
        case "ld":
            guard instruction.memorySpace == .parameter, function.isEntry, instruction.vectorCount == 1,
                let offset = try parameterOffset()
            else { return nil }
            return parameter(memory, width, at: offset)
        case "cvta" where instruction.memorySpace.genericBase != 0: return nil
        case "mov", "cvta":
            guard RowWidth(instruction.type) == width else { return nil }
            return try unchangingSource(instruction.operands[1], width, unchanging)
        default: return nil
        }
    }

    private mutating func unchangingSource(
        _ operand: CheckedOperand, _ width: RowWidth, _ unchanging: Set<Int>
    ) throws(ComputeError) -> Int32? {
        switch operand {
        case .immediate(let bits): return constant(bits, width)
        case .variable(let place, let offset):
            return width == .bits64 ? constant(try address(of: place, offset), .bits64) : nil
        case .special(let register): return register.isPlace && width == .bits32 ? special(register) : nil
        case .register(let index):
            let isSame = unchanging.contains(index) && RowWidth(function.registers[index].type) == width
            return isSame ? row(ofRegister: index) : nil
        default: return nil
        }
    }
}

/// An instruction of a module.
struct InstructionPlace: Hashable {
    let function: Int
    let position: Int
}

extension SpecialRegister {
    /// Whether it tells where a thread is, which stays; clocks do not, and others are refused where they are read.
    fileprivate var isPlace: Bool {
        switch self {
        case .threadIndex, .threadCount, .blockIndex, .blockCount, .laneIndex, .warpIndex, .warpCount, .warpSize,
            .laneMaskEqual, .laneMaskLess, .laneMaskLessOrEqual, .laneMaskGreater, .laneMaskGreaterOrEqual:
            true
        default: false
        }
    }
}

extension CheckedOperand {
    /// Calls `body` for every register that the operand names as a value.
    fileprivate func forEachRegister(_ body: (Int) -> Void) {
        switch self {
        case .register(let index), .negated(let index): body(index)
        case .vector(let parts), .list(let parts): for part in parts { part.forEachRegister(body) }
        case .pair(let first, let second):
            first.forEachRegister(body)
            second.forEachRegister(body)
        default: break
        }
    }
}
