import PTX

/// Branches, calls, returns and barriers.
extension Decoder {
    mutating func decodeControl() throws(ComputeError) {
        switch instruction.opcode {
        case "bra":
            guard case .label(let target)? = instruction.operands.first else { throw unsupported }
            emitBranch(to: target)
        case "brx":
            guard instruction.operands.count == 2, case .labels(let targets) = instruction.operands[1],
                !targets.isEmpty
            else { throw unsupported }
            emitIndexedBranch(index: try source(0, .u32), targets: targets)
        case "call": try decodeCall()
        case "ret": emitReturn()
        case "exit": emit(.exit)
        default: emit(.trap)
        }
    }

    private mutating func decodeCall() throws(ComputeError) {
        var results: [CheckedOperand] = []
        var arguments: [CheckedOperand] = []
        var callee: Int?
        for operand in instruction.operands {
            switch operand {
            case .function(let index): callee = index
            case .list(let parts) where callee == nil: results = parts
            case .list(let parts): arguments = parts
            default: throw unsupported
            }
        }
        guard let callee else { throw unsupported }
        let target = source.functions[callee]
        if target.isExternal { return try decodeExternalCall(target, results, arguments) }
        let frame = layout.frames[callee] ?? ProgramLayout.FrameLayout()
        for (parameter, argument) in zip(target.parameters, arguments) {
            try copyIn(argument, to: frame.parameters + parameter.offset, parameter)
        }
        emitCall(callee)
        for (result, operand) in zip(target.results, results) {
            try copyOut(operand, from: frame.results + result.offset, result)
        }
    }

    /// An argument into the callee's parameter space.
    private mutating func copyIn(
        _ argument: CheckedOperand, to offset: Int, _ parameter: CheckedFunction.Parameter
    ) throws(ComputeError) {
        if let start = try frameAddress(argument) {
            copyFrame(from: start, to: offset, count: parameter.byteCount)
        } else {
            guard let memory = parameter.type.memory else { throw unsupported }
            let value = try source(argument, parameter.type)
            let a = constant(UInt64(offset), .bits64)
            emit(.store(memory, .local)) { ($0.a, $0.b) = (a, value) }
        }
    }

    /// The callee's result into a variable or register of the caller.
    private mutating func copyOut(
        _ operand: CheckedOperand, from offset: Int, _ result: CheckedFunction.Parameter
    ) throws(ComputeError) {
        if case .sink = operand { return }
        if let target = try frameAddress(operand) {
            copyFrame(from: offset, to: target, count: result.byteCount)
        } else {
            guard let memory = result.type.memory else { throw unsupported }
            let d = try destination(operand, result.type)
            let a = constant(UInt64(offset), .bits64)
            emit(.load(memory, width(of: operand, or: result.type), .local)) { ($0.d, $0.a) = (d, a) }
        }
    }

    /// The place of a `.param` variable in the thread's own memory; `nil` for a register or constant.
    private func frameAddress(_ operand: CheckedOperand) throws(ComputeError) -> Int? {
        guard case .variable(let place, let offset) = operand else { return nil }
        switch place {
        case .frame, .result, .parameter: return Int(try address(of: place, offset))
        case .module: return nil
        }
    }

    private mutating func copyFrame(from start: Int, to target: Int, count: Int) {
        var done = 0
        while done < count {
            let at = (start + done) | (target + done)
            let size = [8, 4, 2].first { at % $0 == 0 && done + $0 <= count } ?? 1
            let memory: MemoryType = size == 8 ? .b64 : size == 4 ? .b32 : size == 2 ? .u16 : .u8
            let width: RowWidth = size == 8 ? .bits64 : .bits32
            let value = makeRow(width)
            let (from, to) = (constant(UInt64(start + done), .bits64), constant(UInt64(target + done), .bits64))
            emit(.load(memory, width, .local)) { ($0.d, $0.a) = (value, from) }
            emit(.store(memory, .local)) { ($0.a, $0.b) = (to, value) }
            done += size
        }
    }

    /// `vprintf` prints; a failed assertion traps.
    private mutating func decodeExternalCall(
        _ target: CheckedFunction, _ results: [CheckedOperand], _ arguments: [CheckedOperand]
    ) throws(ComputeError) {
        if target.name == "__assertfail" { return emit(.trap) }
        guard target.name == "vprintf", arguments.count == 2 else {
            throw ComputeError(
                .malformedPTX,
                "line \(instruction.span.line): the CPU device does not offer the function \(target.name)")
        }
        var rows: [Int32] = []
        for argument in arguments {
            if let start = try frameAddress(argument) {
                let value = makeRow(.bits64)
                let a = constant(UInt64(start), .bits64)
                emit(.load(.b64, .bits64, .local)) { ($0.d, $0.a) = (value, a) }
                rows.append(value)
            } else {
                rows.append(try source(argument, .u64))
            }
        }
        let count = makeRow(.bits32)
        emit(.print) { ($0.d, $0.a, $0.b) = (count, rows[0], rows[1]) }
        guard let result = results.first else { return }
        if let place = try frameAddress(result) {
            let a = constant(UInt64(place), .bits64)
            emit(.store(.b32, .local)) { ($0.a, $0.b) = (a, count) }
        } else {
            let d = try destination(result, .b32)
            emit(.copy(.bits32)) { ($0.d, $0.a) = (d, count) }
        }
    }

    mutating func decodeBarrier() throws(ComputeError) {
        if instruction.has("cluster") { throw unsupported }
        if instruction.has("warp") {
            let mask = try source(0, .b32)
            return emit(.warpSync) { $0.immediate = Int64(mask) }
        }
        if instruction.has("red") { return try decodeBarrierReduction() }
        let a = try source(0, .u32)
        let b = instruction.operands.count > 1 ? try source(1, .u32) : -1
        emit(.barrier(instruction.has("arrive") ? .arrive : .synchronize)) {
            ($0.d, $0.a, $0.b, $0.c) = (-1, a, b, -1)
        }
    }

    /// `bar.red.popc.u32 d, a{, b}, {!}c` and the `.pred` forms.
    private mutating func decodeBarrierReduction() throws(ComputeError) {
        let action: BarrierAction = instruction.has("popc") ? .populationCount : instruction.has("and") ? .and : .or
        let d = try destination(action == .populationCount ? .u32 : .pred)
        let a = try source(1, .u32)
        let hasCount = instruction.operands.count == 4
        let b = hasCount ? try source(2, .u32) : -1
        let c = try source(hasCount ? 3 : 2, .pred)
        emit(.barrier(action)) { ($0.d, $0.a, $0.b, $0.c) = (d, a, b, c) }
    }
}
