import PTX

/// `mov`, `cvta`, `isspacep`.
extension Decoder {
    mutating func decodeMove() throws(ComputeError) {
        let type = instruction.type
        guard instruction.operands.count == 2 else { throw unsupported }
        switch (instruction.operands[0], instruction.operands[1]) {
        case (.vector(let destinations), let operand):
            let bits = type.bitWidth / destinations.count
            let a = try source(operand, type)
            let rows = list(
                try destinations.map { (part) throws(ComputeError) -> Int32 in
                    if case .sink = part { return -1 }
                    return try destination(part, .b32)
                })
            emit(.unpack(bits: Int32(bits), RowWidth(type))) { ($0.a, $0.list) = (a, rows) }
        case (let operand, .vector(let sources)):
            let bits = type.bitWidth / sources.count
            let part: ScalarType = bits == 8 ? .b8 : bits == 16 ? .b16 : .b32
            let d = try destination(operand, type)
            let rows = list(try sources.map { (value) throws(ComputeError) -> Int32 in try source(value, part) })
            emit(.pack(bits: Int32(bits), RowWidth(type))) { ($0.d, $0.list) = (d, rows) }
        case (let target, let operand):
            let d = try destination(target, type)
            let a = try source(operand, type)
            emit(.copy(width(of: target, or: type))) { ($0.d, $0.a) = (d, a) }
        }
    }

    /// Generic addresses of global and constant memory are the addresses themselves; the others have a base.
    mutating func decodeAddressConversion() throws(ComputeError) {
        guard instruction.type.bitWidth == 64, instruction.operands.count == 2 else { throw unsupported }
        let base = instruction.memorySpace.genericBase
        let (d, a) = (try destination(.u64), try source(1, .u64))
        guard base != 0 else { return emit(.copy(.bits64)) { ($0.d, $0.a) = (d, a) } }
        let offset = constant(base, .bits64)
        emit(.binary(instruction.has("to") ? .subtract : .add, .u64)) { ($0.d, $0.a, $0.b) = (d, a, offset) }
    }

    mutating func decodeSpaceTest() throws(ComputeError) {
        let (d, a) = (try destination(.pred), try source(1, .u64))
        emit(.isInSpace(instruction.memorySpace)) { ($0.d, $0.a) = (d, a) }
    }
}

extension MemorySpace {
    /// What is added to an address of this space to make it generic.
    var genericBase: UInt64 {
        switch self {
        case .shared: MemoryMap.sharedBase
        case .local: MemoryMap.localBase
        case .parameter: MemoryMap.parameterBase
        case .generic, .global, .constant: 0
        }
    }
}

extension CheckedInstruction {
    /// The space among the modifiers; `shared::cta` and its like count as what they begin with.
    var memorySpace: MemorySpace {
        for modifier in modifiers {
            switch modifier.spelling.split(separator: ":").first {
            case "global": return .global
            case "shared": return .shared
            case "local": return .local
            case "const": return .constant
            case "param": return .parameter
            default: continue
            }
        }
        return .generic
    }
}
