import PTX

/// A kernel decoded for the interpreter: one list of operations over numbered rows, functions it calls included.
final class Program: @unchecked Sendable {
    // Unchecked: nothing changes after `init`; the two buffers are at one address for the interpreter's loop.
    /// The kernel's name.
    let entry: String
    /// The operations; the kernel begins at the first.
    let operations: UnsafeMutableBufferPointer<Operation>
    /// Row numbers and branch targets that operations refer to by range.
    let lists: UnsafeMutableBufferPointer<Int32>
    /// The instructions that the operations were made from.
    let notes: [InstructionNote]
    /// Rows of 32-bit lanes that the registers, constants and special registers take.
    let rowCount: Int
    /// Rows that hold the same value in every lane.
    let constants: [ConstantRow]
    /// Rows that hold special registers.
    let specials: [SpecialRow]
    /// Rows that hold parameters of the kernel.
    let parameterRows: [ParameterRow]
    /// Bytes of each thread's own memory: `.local` variables and call frames.
    let localBytes: Int
    /// Bytes of the kernel's own `.shared` variables.
    let sharedBytes: Int
    /// `.const` variables, then `.global` ones, as they are at first.
    let moduleBytes: [UInt8]
    /// Where the `.global` variables begin in ``moduleBytes``; what is before them cannot be written.
    let firstWritableByte: Int
    /// The kernel's parameters.
    let parameters: [CheckedFunction.Parameter]
    /// Bytes of the parameters.
    let parameterBytes: Int
    /// What it asks of a launch.
    let bounds: CheckedFunction.LaunchBounds

    init(_ parts: ProgramParts) {
        entry = parts.entry
        operations = .allocate(capacity: parts.operations.count)
        _ = operations.initialize(fromContentsOf: parts.operations)
        lists = .allocate(capacity: max(parts.lists.count, 1))
        _ = lists.initialize(fromContentsOf: parts.lists)
        notes = parts.notes
        rowCount = parts.rowCount
        constants = parts.constants
        specials = parts.specials
        parameterRows = parts.parameterRows
        localBytes = parts.localBytes
        sharedBytes = parts.sharedBytes
        moduleBytes = parts.moduleBytes
        firstWritableByte = parts.firstWritableByte
        parameters = parts.parameters
        parameterBytes = parts.parameterBytes
        bounds = parts.bounds
    }

    deinit {
        operations.deallocate()
        lists.deallocate()
    }
}

/// What a ``Program`` is made of, while it is being made.
struct ProgramParts {
    var entry = ""
    var operations: [Operation] = []
    var lists: [Int32] = []
    var notes: [InstructionNote] = []
    var rowCount = 0
    var constants: [ConstantRow] = []
    var specials: [SpecialRow] = []
    var parameterRows: [ParameterRow] = []
    var localBytes = 0
    var sharedBytes = 0
    var moduleBytes: [UInt8] = []
    var firstWritableByte = 0
    var parameters: [CheckedFunction.Parameter] = []
    var parameterBytes = 0
    var bounds = CheckedFunction.LaunchBounds()
}

/// What a message says about an instruction.
struct InstructionNote {
    /// The whole spelling: `ld.global.f32`.
    let spelling: String
    /// The line of the PTX text.
    let line: UInt32
}

/// A row that holds one value in every lane.
struct ConstantRow {
    let row: Int32
    let width: RowWidth
    let bits: UInt64
}

/// A row that holds a special register.
struct SpecialRow {
    let row: Int32
    let register: SpecialRegister
}

/// A row that holds a parameter of the kernel, the same in every lane.
struct ParameterRow {
    /// How it is read.
    let type: MemoryType
    let width: RowWidth
    /// Bytes from the start of the parameters; what is read lies inside them.
    let offset: Int
    let row: Int32
}
