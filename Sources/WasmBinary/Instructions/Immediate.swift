/// What follows an opcode. ``Opcode/immediateKind`` tells which case it is and what its indices mean.
public enum Immediate: Sendable, Hashable {
    /// Nothing.
    case none
    /// An index, a label or a count.
    case index(UInt32)
    /// Two of them, in the order of the binary format.
    case indices(UInt32, UInt32)
    /// The type of a block.
    case block(BlockType)
    /// A block that catches exceptions.
    case tryTable(TryTable)
    /// Labels to choose from.
    case branchTable(BranchTable)
    /// A cast that branches.
    indirect case branchCast(BranchCast)
    /// Where a load or a store goes.
    case memory(MemoryArgument)
    /// Where it goes, and the lane.
    case memoryLane(MemoryArgument, lane: UInt8)
    /// A lane.
    case lane(UInt8)
    /// An integer of 32 bits.
    case i32(Int32)
    /// An integer of 64 bits.
    case i64(Int64)
    /// The bits of a float of 32 bits; a NaN keeps its payload.
    case f32(UInt32)
    /// The bits of a float of 64 bits; a NaN keeps its payload.
    case f64(UInt64)
    /// Sixteen bytes.
    case v128(Vector128)
    /// Value types.
    case types([ValueType])
    /// A heap type.
    case heapType(HeapType)
}

extension ImmediateKind {
    /// Whether an immediate is one of this kind.
    public func accepts(_ immediate: Immediate) -> Bool {
        switch (self, immediate) {
        case (.none, .none), (.reserved, .none), (.block, .block), (.tryTable, .tryTable), (.branchTable, .branchTable),
            (.branchCast, .branchCast), (.memoryArgument, .memory), (.memoryLane, .memoryLane), (.lane, .lane),
            (.i32, .i32), (.i64, .i64), (.f32, .f32), (.f64, .f64), (.v128, .v128), (.valueTypes, .types),
            (.heapType, .heapType):
            true
        case (.label, .index), (.function, .index), (.type, .index), (.local, .index), (.global, .index),
            (.table, .index), (.memory, .index), (.data, .index), (.element, .index), (.tag, .index):
            true
        case (.typeTable, .indices), (.tableTable, .indices), (.memoryMemory, .indices), (.dataMemory, .indices),
            (.elementTable, .indices), (.typeField, .indices), (.typeCount, .indices), (.typeData, .indices),
            (.typeElement, .indices), (.typeType, .indices):
            true
        default: false
        }
    }
}
