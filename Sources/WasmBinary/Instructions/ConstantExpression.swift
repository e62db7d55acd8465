/// What computes an initial value: of a global, of a table's elements, of a segment's offset.
public struct ConstantExpression: Sendable, Hashable {
    /// Nearly all are one instruction, and there can be millions: those need no allocation.
    private enum Storage: Sendable, Hashable {
        case one(Instruction)
        case many([Instruction])
    }

    private var storage: Storage

    /// An expression of those instructions, without the `end` that closes it.
    public init(_ instructions: [Instruction]) {
        storage = instructions.count == 1 ? .one(instructions[0]) : .many(instructions)
    }

    /// An expression of one instruction.
    public init(_ instruction: Instruction) { storage = .one(instruction) }

    /// The instructions, without the `end` that closes them.
    public var instructions: [Instruction] {
        switch storage {
        case .one(let instruction): [instruction]
        case .many(let instructions): instructions
        }
    }

    /// The only instruction, if there is one only.
    public var single: Instruction? {
        guard case .one(let instruction) = storage else { return nil }
        return instruction
    }
}

extension ConstantExpression {
    /// An integer of 32 bits.
    public static func i32(_ value: Int32) -> ConstantExpression { ConstantExpression(.i32Const(value)) }
    /// An integer of 64 bits.
    public static func i64(_ value: Int64) -> ConstantExpression { ConstantExpression(.i64Const(value)) }
    /// A float of 32 bits, by its bits.
    public static func f32(bits: UInt32) -> ConstantExpression { ConstantExpression(.f32Const(bits: bits)) }
    /// A float of 64 bits, by its bits.
    public static func f64(bits: UInt64) -> ConstantExpression { ConstantExpression(.f64Const(bits: bits)) }
    /// A vector.
    public static func v128(_ vector: Vector128) -> ConstantExpression {
        ConstantExpression(Instruction(.v128Const, .v128(vector)))
    }
    /// The null of a type of references.
    public static func null(_ type: HeapType) -> ConstantExpression {
        ConstantExpression(Instruction(.refNull, .heapType(type)))
    }
    /// A reference to a function of the module.
    public static func function(_ index: UInt32) -> ConstantExpression {
        ConstantExpression(Instruction(.refFunc, index))
    }
    /// The value of an earlier global.
    public static func global(_ index: UInt32) -> ConstantExpression {
        ConstantExpression(Instruction(.globalGet, index))
    }
}

extension ByteReader {
    mutating func constantExpression() throws(BinaryError) -> ConstantExpression {
        ConstantExpression(try expression(limit: limits.constantInstructions))
    }
}

extension ByteWriter {
    mutating func constantExpression(_ expression: ConstantExpression) {
        guard let single = expression.single else { return self.expression(expression.instructions) }
        instruction(single)
        append(UInt8(Opcode.end.rawValue))
    }
}
