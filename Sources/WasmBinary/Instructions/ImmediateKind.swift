/// Which immediates follow an opcode. It tells what ``Instruction/immediate`` holds and what an index is an index of.
public enum ImmediateKind: Sendable, Hashable, CaseIterable {
    /// Nothing.
    case none
    /// One byte that is always zero.
    case reserved
    /// The type of a block.
    case block
    /// The type of a block and its catch clauses.
    case tryTable
    /// A label: how many blocks further out.
    case label
    /// Labels and the one for every other index.
    case branchTable
    /// A label, and the types before and after a cast.
    case branchCast
    /// A function.
    case function
    /// A type.
    case type
    /// A type and a table, in this order.
    case typeTable
    /// A local.
    case local
    /// A global.
    case global
    /// A table.
    case table
    /// Two tables: where to, where from.
    case tableTable
    /// A memory.
    case memory
    /// Two memories: where to, where from.
    case memoryMemory
    /// A data segment.
    case data
    /// A data segment and a memory.
    case dataMemory
    /// An element segment.
    case element
    /// An element segment and a table.
    case elementTable
    /// A tag.
    case tag
    /// A structure type and the number of a field.
    case typeField
    /// An array type and a number of elements.
    case typeCount
    /// An array type and a data segment.
    case typeData
    /// An array type and an element segment.
    case typeElement
    /// Two array types: where to, where from.
    case typeType
    /// An alignment, a memory and an offset.
    case memoryArgument
    /// The same, and a lane of a vector.
    case memoryLane
    /// A lane of a vector.
    case lane
    /// An integer of 32 bits.
    case i32
    /// An integer of 64 bits.
    case i64
    /// The bits of a float of 32 bits.
    case f32
    /// The bits of a float of 64 bits.
    case f64
    /// Sixteen bytes: a vector, or the lanes of a shuffle.
    case v128
    /// Value types.
    case valueTypes
    /// A heap type.
    case heapType
}

extension ImmediateKind {
    /// What the first index of the immediate is an index of; nil where there is none that a module's edit can move.
    public var firstSpace: IndexSpace? {
        switch self {
        case .function: .function
        case .type, .typeTable, .typeField, .typeCount, .typeData, .typeElement, .typeType: .type
        case .global: .global
        case .table, .tableTable: .table
        case .memory, .memoryMemory, .memoryArgument, .memoryLane: .memory
        case .data, .dataMemory: .data
        case .element, .elementTable: .element
        case .tag: .tag
        default: nil
        }
    }

    /// What the second index of the immediate is an index of.
    public var secondSpace: IndexSpace? {
        switch self {
        case .typeTable, .tableTable, .elementTable: .table
        case .memoryMemory, .dataMemory: .memory
        case .typeData: .data
        case .typeElement: .element
        case .typeType: .type
        default: nil
        }
    }

    /// Whether the immediate names a data segment, which asks for a data count section.
    var namesData: Bool { firstSpace == .data || secondSpace == .data }
}
