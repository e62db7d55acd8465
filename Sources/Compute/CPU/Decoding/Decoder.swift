import PTX

/// Turns a checked kernel into a ``Program``.
///
/// Every instruction becomes one operation or a few; operands become rows, temporaries included. What no operation
/// exists for is refused here, by name and line.
struct Decoder {
    let source: CheckedModule
    let layout: ProgramLayout
    var parts = ProgramParts()
    /// The function in work.
    var function: CheckedFunction
    var functionIndex: Int
    /// The instruction in work.
    var instruction: CheckedInstruction
    private var constantRows: [ConstantKey: Int32] = [:]
    private var parameterRows: [ParameterKey: Int32] = [:]
    private var specialRows: [SpecialRegister: Int32] = [:]
    /// The first row of each register, by function.
    var registerRows: [Int: [Int32]] = [:]
    /// Instructions whose register is another name for a row that holds their value.
    var replaced: Set<InstructionPlace> = []
    /// Where each function begins, and its row of return addresses.
    private var starts: [Int: Int32] = [:]
    private var returnRows: [Int: Int32] = [:]
    /// The condition code of carrying operations.
    private var carryRow: Int32?
    /// Operations whose number is an instruction of their function, to become an operation's number.
    private var pendingTargets: [(operation: Int, instruction: Int)] = []
    private var pendingCalls: [(operation: Int, function: Int)] = []

    private struct ParameterKey: Hashable {
        let type: MemoryType
        let width: RowWidth
        let offset: Int
    }

    private struct ConstantKey: Hashable {
        let bits: UInt64
        let isWide: Bool
    }

    /// - Throws: ``ComputeError`` with `malformedPTX` naming the first instruction that the CPU device does not run.
    static func decode(_ module: CheckedModule, entry: Int) throws(ComputeError) -> Program {
        var decoder = Decoder(module, entry: entry)
        return try decoder.decode()
    }

    private init(_ module: CheckedModule, entry: Int) {
        source = module
        layout = ProgramLayout(module, entry: entry)
        functionIndex = entry
        function = module.functions[entry]
        instruction = CheckedInstruction(
            opcode: "", modifiers: [], types: [], form: 0, condition: nil, operands: [], span: SourceSpan())
    }

    private mutating func decode() throws(ComputeError) -> Program {
        let entry = function
        parts.entry = entry.name
        parts.parameters = entry.parameters
        parts.parameterBytes = entry.parameterByteCount
        parts.bounds = entry.bounds
        parts.localBytes = layout.localBytes
        parts.sharedBytes = layout.sharedBytes
        parts.moduleBytes = layout.moduleBytes
        parts.firstWritableByte = layout.firstWritableByte
        for index in layout.functions { try assignRows(index) }
        for index in layout.functions where !source.functions[index].isExternal { try decodeFunction(index) }
        for call in pendingCalls { parts.operations[call.operation].immediate = Int64(starts[call.function] ?? 0) }
        return Program(parts)
    }

    private mutating func assignRows(_ index: Int) throws(ComputeError) {
        let registers = source.functions[index].registers
        if let wide = registers.first(where: { $0.type == .b128 }) {
            throw ComputeError(.malformedPTX, "\(wide.name): the CPU device has no registers of 128 bits")
        }
        registerRows[index] = [Int32](repeating: -1, count: registers.count)
        try nameUnchangingRegisters(index)
        var rows = registerRows[index] ?? []
        for register in rows.indices where rows[register] < 0 {
            rows[register] = makeRow(RowWidth(registers[register].type))
        }
        registerRows[index] = rows
        if !source.functions[index].isEntry { returnRows[index] = makeRow(.bits32) }
    }

    private mutating func decodeFunction(_ index: Int) throws(ComputeError) {
        functionIndex = index
        function = source.functions[index]
        starts[index] = Int32(parts.operations.count)
        pendingTargets = []
        var firstOperations: [Int32] = []
        for next in function.instructions {
            instruction = next
            firstOperations.append(Int32(parts.operations.count))
            parts.notes.append(InstructionNote(spelling: next.spelling, line: next.span.line))
            if !replaced.contains(InstructionPlace(function: index, position: firstOperations.count - 1)) {
                try decodeInstruction()
            }
        }
        firstOperations.append(Int32(parts.operations.count))
        // Running off the end is a return.
        if parts.notes.isEmpty { parts.notes.append(InstructionNote(spelling: "ret", line: function.span.line)) }
        instruction = CheckedInstruction(
            opcode: "ret", modifiers: [], types: [], form: 0, condition: nil, operands: [], span: function.span)
        emitReturn()
        for target in pendingTargets {
            if parts.operations[target.operation].action == .indexedBranch { continue }
            parts.operations[target.operation].immediate = Int64(firstOperations[target.instruction])
        }
        for list in pendingLists {
            for position in list { parts.lists[position] = firstOperations[Int(parts.lists[position])] }
        }
        pendingLists = []
    }

    /// Ranges of ``ProgramParts/lists`` that hold instructions of the function, to become operations.
    private var pendingLists: [Range<Int>] = []

    /// Appends an operation under the instruction's own condition.
    mutating func emit(_ action: Action, _ fill: (inout Operation) -> Void = { _ in }) {
        var operation = Operation(action: action)
        operation.note = Int32(parts.notes.count - 1)
        if let condition = instruction.condition {
            operation.condition = row(ofRegister: condition.register)
            operation.isConditionNegated = condition.isNegated
        }
        fill(&operation)
        parts.operations.append(operation)
    }

    /// A branch to an instruction of this function.
    mutating func emitBranch(to target: Int) {
        pendingTargets.append((parts.operations.count, target))
        emit(.branch)
    }

    mutating func emitIndexedBranch(index: Int32, targets: [Int]) {
        let start = parts.lists.count
        parts.lists += targets.map(Int32.init)
        pendingLists.append(start..<parts.lists.count)
        emit(.indexedBranch) { operation in
            operation.a = index
            operation.list = Int32(start)..<Int32(start + targets.count)
        }
    }

    mutating func emitCall(_ callee: Int) {
        pendingCalls.append((parts.operations.count, callee))
        let returns = returnRows[callee] ?? 0
        emit(.call) { $0.d = returns }
    }

    mutating func emitReturn() {
        guard !function.isEntry, let returns = returnRows[functionIndex] else { return emit(.exit) }
        emit(.returnFromCall) { $0.a = returns }
    }

    /// A range of ``ProgramParts/lists`` with these rows.
    mutating func list(_ rows: [Int32]) -> Range<Int32> {
        let start = Int32(parts.lists.count)
        parts.lists += rows
        return start..<Int32(parts.lists.count)
    }

    /// A new row.
    mutating func makeRow(_ width: RowWidth) -> Int32 {
        defer { parts.rowCount += width == .bits64 ? 2 : 1 }
        return Int32(parts.rowCount)
    }

    func row(ofRegister index: Int) -> Int32 { registerRows[functionIndex]?[index] ?? 0 }

    /// The row that holds a constant.
    mutating func constant(_ bits: UInt64, _ width: RowWidth) -> Int32 {
        let bits = width == .bits64 ? bits : bits & (width == .bits16 ? 0xffff : 0xffff_ffff)
        let key = ConstantKey(bits: bits, isWide: width == .bits64)
        if let row = constantRows[key] { return row }
        let row = makeRow(width)
        constantRows[key] = row
        parts.constants.append(ConstantRow(row: row, width: width, bits: bits))
        return row
    }

    /// The row that holds a special register other than a clock.
    mutating func special(_ register: SpecialRegister) -> Int32 {
        if let row = specialRows[register] { return row }
        let row = makeRow(.bits32)
        specialRows[register] = row
        parts.specials.append(SpecialRow(row: row, register: register))
        return row
    }

    /// The row that holds a parameter of the kernel.
    mutating func parameter(_ type: MemoryType, _ width: RowWidth, at offset: Int) -> Int32 {
        let key = ParameterKey(type: type, width: width, offset: offset)
        if let row = parameterRows[key] { return row }
        let row = makeRow(width)
        parameterRows[key] = row
        parts.parameterRows.append(ParameterRow(type: type, width: width, offset: offset, row: row))
        return row
    }

    mutating func conditionCode() -> Int32 {
        if let carryRow { return carryRow }
        let row = makeRow(.bits32)
        carryRow = row
        return row
    }

    /// The refusal of the instruction in work.
    var unsupported: ComputeError {
        let tier =
            InstructionTable.forms.indices.contains(instruction.form)
            ? " (\(InstructionTable.forms[instruction.form].tier.rawValue))" : ""
        return ComputeError(
            .malformedPTX,
            "line \(instruction.span.line): kernel \(parts.entry) needs \(instruction.spelling)\(tier), which the CPU"
                + " device does not run")
    }
}

extension RowWidth {
    /// How a register of that type is stored.
    init(_ type: ScalarType) {
        switch type.bitWidth {
        case 64: self = .bits64
        case 8, 16: self = .bits16
        default: self = .bits32
        }
    }
}
