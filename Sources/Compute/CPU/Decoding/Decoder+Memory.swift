import PTX

/// Loads, stores and atomic operations.
extension Decoder {
    mutating func decodeLoad() throws(ComputeError) {
        let type = instruction.type
        guard instruction.operands.count >= 2, let memory = type.memory, !instruction.has("shared::cluster") else {
            throw unsupported
        }
        let target = instruction.operands[0]
        if instruction.memorySpace == .parameter, function.isEntry, let offset = try parameterOffset() {
            let destinations = if case .vector(let parts) = target { parts } else { [target] }
            for (position, part) in destinations.enumerated() {
                if case .sink = part { continue }
                let d = try destination(part, type)
                let width = width(of: part, or: type)
                let a = parameter(memory, width, at: offset + position * type.byteCount)
                emit(.copy(width)) { ($0.d, $0.a) = (d, a) }
            }
            return
        }
        let space = try effectiveSpace()
        let (a, offset) = try address(instruction.operands[1])
        if case .vector(let parts) = target {
            let widths = parts.map { width(of: $0, or: type) }
            guard let first = widths.first, widths.allSatisfy({ ($0 == .bits64) == (first == .bits64) }) else {
                throw unsupported
            }
            let rows = list(
                try parts.map { (part) throws(ComputeError) -> Int32 in
                    if case .sink = part { return -1 }
                    return try destination(part, type)
                })
            emit(.load(memory, first, space)) { ($0.a, $0.immediate, $0.list) = (a, offset, rows) }
        } else {
            let d = try destination(target, type)
            emit(.load(memory, width(of: target, or: type), space)) {
                ($0.d, $0.a, $0.immediate) = (d, a, offset)
            }
        }
    }

    mutating func decodeStore() throws(ComputeError) {
        let type = instruction.type
        guard instruction.operands.count >= 2, let memory = type.memory, !instruction.has("shared::cluster") else {
            throw unsupported
        }
        let space = try effectiveSpace()
        let (a, offset) = try address(instruction.operands[0])
        if case .vector(let parts) = instruction.operands[1] {
            let rows = list(try parts.map { (part) throws(ComputeError) -> Int32 in try source(part, type) })
            emit(.store(memory, space)) { ($0.a, $0.immediate, $0.list) = (a, offset, rows) }
        } else {
            let b = try source(1, type)
            emit(.store(memory, space)) { ($0.a, $0.b, $0.immediate) = (a, b, offset) }
        }
    }

    /// The offset of a kernel parameter that the address names; `nil` when it is computed.
    func parameterOffset() throws(ComputeError) -> Int? {
        guard case .address(.place(let place), let offset) = instruction.operands[1],
            case .parameter = place
        else { return nil }
        let start = Int64(bitPattern: try address(of: place, offset))
        let count = instruction.vectorCount * instruction.type.byteCount
        guard start >= 0, start + Int64(count) <= Int64(function.parameterByteCount) else {
            throw ComputeError(
                .malformedPTX, "line \(instruction.span.line): the load reaches beyond the kernel's parameters")
        }
        return Int(start)
    }

    /// Parameters of device functions and of calls lie in the thread's own memory.
    private func effectiveSpace() throws(ComputeError) -> MemorySpace {
        guard instruction.memorySpace == .parameter else { return instruction.memorySpace }
        for operand in instruction.operands {
            guard case .address(let base, _) = operand else { continue }
            if case .place(.frame) = base { return .local }
            if case .place(.result) = base { return .local }
        }
        return function.isEntry ? .parameter : .local
    }

    mutating func decodeAtomic() throws(ComputeError) {
        let type = instruction.type
        let isReduction = instruction.opcode == "red"
        guard let (action, atomic) = atomicAction(type), !instruction.has("shared::cluster"),
            instruction.vectorCount == 1
        else { throw unsupported }
        let first = isReduction ? 0 : 1
        guard instruction.operands.count > first + 1 else { throw unsupported }
        let (a, offset) = try address(instruction.operands[first])
        let b = try source(first + 1, type)
        let c = action == .compareExchange ? try source(first + 2, type) : b
        var d: Int32 = -1
        if !isReduction, case .register = instruction.operands[0] { d = try destination(type) }
        emit(.atomic(action, atomic, instruction.memorySpace)) {
            ($0.d, $0.a, $0.b, $0.c, $0.immediate) = (d, a, b, c, offset)
        }
    }

    private func atomicAction(_ type: ScalarType) -> (AtomicAction, AtomicType)? {
        let actions: [(Modifier, AtomicAction)] = [
            ("add", .add), ("min", .minimum), ("max", .maximum), ("and", .and), ("or", .or), ("xor", .xor),
            ("exch", .exchange), ("cas", .compareExchange), ("inc", .increment), ("dec", .decrement),
        ]
        guard let action = actions.first(where: { instruction.has($0.0) })?.1 else { return nil }
        switch type {
        case .u32, .b32: return (action, .u32)
        case .s32: return (action, .s32)
        case .u64, .b64: return (action, .u64)
        case .s64: return (action, .s64)
        case .f32: return (action, .f32)
        case .f64: return (action, .f64)
        case .f16: return (action, .f16)
        case .bf16: return (action, .bf16)
        case .f16x2: return (action, .f16x2)
        case .bf16x2: return (action, .bf16x2)
        case .b16: return (action, .b16)
        default: return nil
        }
    }
}

extension CheckedInstruction {
    /// Elements of a vector access.
    var vectorCount: Int { has("v2") ? 2 : has("v4") ? 4 : has("v8") ? 8 : 1 }
}

extension ScalarType {
    /// How a load reads such values.
    var memory: MemoryType? {
        switch self {
        case .u8, .b8, .e4m3, .e5m2: .u8
        case .s8: .s8
        case .u16, .b16, .f16, .bf16, .e4m3x2, .e5m2x2: .u16
        case .s16: .s16
        case .u32, .b32, .f32, .f16x2, .bf16x2, .u16x2, .s16x2, .tf32: .b32
        case .s32: .s32
        case .u64, .s64, .b64, .f64: .b64
        case .b128, .pred: nil
        }
    }
}
