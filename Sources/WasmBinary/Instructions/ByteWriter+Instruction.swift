extension ByteWriter {
    /// The shortest form of an instruction.
    mutating func instruction(_ instruction: Instruction) {
        opcode(instruction.opcode)
        switch instruction.immediate {
        case .none: if instruction.opcode == .atomicFence { append(0) }
        case .index(let value): index(value)
        case .indices(let first, let second):
            index(first)
            index(second)
        case .memory(let argument): memoryArgument(argument)
        case .i32(let value): signed(Int64(value))
        case .i64(let value): signed(value)
        case .block(let type): blockType(type)
        case .f32(let bits): fixedWidth(bits)
        case .f64(let bits): fixedWidth(bits)
        case .v128(let vector):
            fixedWidth(vector.low)
            fixedWidth(vector.high)
        case .lane(let lane): append(lane)
        case .memoryLane(let argument, let lane):
            memoryArgument(argument)
            append(lane)
        case .branchTable(let table):
            list(table.targets) { $0.index($1) }
            index(table.fallback)
        case .branchCast(let cast): branchCast(cast)
        case .tryTable(let block): tryTable(block)
        case .types(let types): valueTypes(types)
        case .heapType(let type): heapType(type)
        }
    }

    /// Instructions and the `end` that closes them.
    mutating func expression(_ instructions: [Instruction]) {
        for instruction in instructions { self.instruction(instruction) }
        opcode(.end)
    }

    @inline(__always)
    private mutating func opcode(_ opcode: Opcode) {
        let raw = opcode.rawValue
        guard raw >= 0x100 else { return append(UInt8(truncatingIfNeeded: raw)) }
        append(0xF0 | UInt8(truncatingIfNeeded: raw >> 12))
        index(UInt32(raw & 0x0FFF))
    }
}
