extension ByteReader {
    /// The next instruction.
    @inline(__always)
    mutating func instruction(_ table: OpcodeTable) throws(BinaryError) -> Instruction {
        let start = position
        let first = try byte()
        let entry: OpcodeTable.Entry?
        if OpcodeTable.isPrefix(first) {
            entry = table.entry(prefix: first, try unsigned32())
        } else {
            entry = table.entry(first)
        }
        guard let entry else { throw fault(.unknownOpcode, "illegal opcode", at: start) }
        return Instruction(checked: entry.opcode, try immediate(entry.immediates))
    }

    private mutating func immediate(_ kind: ImmediateKind) throws(BinaryError) -> Immediate {
        switch kind {
        case .none: return .none
        case .local, .label, .function, .type, .global, .table, .memory, .data, .element, .tag:
            return .index(try unsigned32())
        case .typeTable, .tableTable, .memoryMemory, .dataMemory, .elementTable, .typeField, .typeCount, .typeData,
            .typeElement, .typeType:
            let first = try unsigned32()
            return .indices(first, try unsigned32())
        case .memoryArgument: return .memory(try memoryArgument())
        case .i32: return .i32(try signed32())
        case .i64: return .i64(try signed64())
        case .block: return .block(try blockType())
        case .f32: return .f32(try fixedWidth(UInt32.self))
        case .f64: return .f64(try fixedWidth(UInt64.self))
        default: return try rareImmediate(kind)
        }
    }

    @inline(never)
    private mutating func rareImmediate(_ kind: ImmediateKind) throws(BinaryError) -> Immediate {
        switch kind {
        case .v128:
            let low = try fixedWidth(UInt64.self)
            return .v128(Vector128(low: low, high: try fixedWidth(UInt64.self)))
        case .lane: return .lane(try byte())
        case .memoryLane:
            let argument = try memoryArgument()
            return .memoryLane(argument, lane: try byte())
        case .branchTable:
            let targets = try indices(of: "branch targets", limit: limits.branchTargets)
            return .branchTable(BranchTable(targets: targets, fallback: try unsigned32()))
        case .branchCast: return .branchCast(try branchCast())
        case .tryTable: return .tryTable(try tryTable())
        case .valueTypes: return .types(try valueTypes("types of select", limit: limits.selectTypes))
        case .heapType: return .heapType(try heapType())
        default:
            let start = position
            guard try byte() == 0 else { throw fault(.malformed, "zero byte expected", at: start) }
            return .none
        }
    }

    /// Instructions to the `end` that closes them, which is read and left out.
    /// - Parameters:
    ///   - limit: How many instructions there may be.
    ///   - allowsData: Whether they may name data segments, which asks for a data count section.
    mutating func expression(limit: Int, allowsData: Bool = true) throws(BinaryError) -> [Instruction] {
        let table = OpcodeTable.shared
        var instructions: [Instruction] = []
        /// For each block that is open, whether an `else` may still come.
        var takesElse: [Bool] = []
        while true {
            let start = position
            let instruction = try instruction(table)
            switch instruction.opcode {
            case .end:
                guard takesElse.popLast() != nil else { return instructions }
            case .else:
                guard takesElse.last == true else { throw fault(.malformed, "else without if", at: start) }
                takesElse[takesElse.count - 1] = false
            case .block, .loop, .if, .tryTable:
                guard takesElse.count < limits.nesting else {
                    throw fault(.limitExceeded, "more than \(limits.nesting) blocks inside one another", at: start)
                }
                takesElse.append(instruction.opcode == .if)
            default:
                if !allowsData && instruction.opcode.immediateKind.namesData {
                    throw fault(.malformed, "data count section required", at: start)
                }
            }
            guard instructions.count < limit else {
                throw fault(.limitExceeded, "more than \(limit) instructions", at: start)
            }
            instructions.append(instruction)
        }
    }
}
