extension Instruction {
    /// Pushes an integer of 32 bits.
    public static func i32Const(_ value: Int32) -> Instruction { Instruction(checked: .i32Const, .i32(value)) }
    /// Pushes an integer of 64 bits.
    public static func i64Const(_ value: Int64) -> Instruction { Instruction(checked: .i64Const, .i64(value)) }
    /// Pushes a float of 32 bits, by its bits.
    public static func f32Const(bits: UInt32) -> Instruction { Instruction(checked: .f32Const, .f32(bits)) }
    /// Pushes a float of 64 bits, by its bits.
    public static func f64Const(bits: UInt64) -> Instruction { Instruction(checked: .f64Const, .f64(bits)) }
    /// Pushes a float of 32 bits.
    public static func f32Const(_ value: Float) -> Instruction { .f32Const(bits: value.bitPattern) }
    /// Pushes a float of 64 bits.
    public static func f64Const(_ value: Double) -> Instruction { .f64Const(bits: value.bitPattern) }
    /// Opens a block that branches leave.
    public static func block(_ type: BlockType = .empty) -> Instruction { Instruction(checked: .block, .block(type)) }
    /// Opens a block that branches repeat.
    public static func loop(_ type: BlockType = .empty) -> Instruction { Instruction(checked: .loop, .block(type)) }
    /// Opens a block that a condition chooses.
    public static func `if`(_ type: BlockType = .empty) -> Instruction { Instruction(checked: .if, .block(type)) }
    /// Closes a block.
    public static let end = Instruction(checked: .end, .none)
    /// A load or a store at the address on the stack plus `offset`.
    public static func memory(
        _ opcode: Opcode, offset: UInt64 = 0, alignmentLogarithm: UInt8 = 0, memory: UInt32 = 0
    ) -> Instruction {
        Instruction(
            opcode, .memory(MemoryArgument(offset: offset, alignmentLogarithm: alignmentLogarithm, memory: memory)))
    }
}
