import PTX

/// Operations between the lanes of a warp. The row of the member mask is the operation's own number, -1 without one.
extension Decoder {
    mutating func decodeWarp() throws(ComputeError) {
        switch instruction.opcode {
        case "shfl": try decodeShuffle()
        case "vote": try decodeVote()
        case "match": try decodeMatch()
        case "redux": try decodeReduction()
        case "elect":
            guard let first = instruction.operands.first else { throw unsupported }
            let (d, e) = try pair(first)
            let mask = try source(1, .b32)
            emit(.elect) { ($0.d, $0.e, $0.immediate) = (d, e, Int64(mask)) }
        default:
            let d = try destination(.b32)
            emit(.activeMask) { $0.d = d }
        }
    }

    private var isSynchronizing: Bool { instruction.has("sync") }

    /// The rows of `d|p`; -1 for a part that is not there or not wanted.
    private mutating func pair(_ operand: CheckedOperand) throws(ComputeError) -> (Int32, Int32) {
        guard case .pair(let first, let second) = operand else { return (try destination(operand, .b32), -1) }
        let d = try destination(first, .b32)
        let e = try destination(second, .pred)
        return (d, e)
    }

    private mutating func decodeShuffle() throws(ComputeError) {
        let modes: [(Modifier, ShuffleMode)] = [
            ("up", .up), ("down", .down), ("bfly", .butterfly), ("idx", .index),
        ]
        guard let mode = modes.first(where: { instruction.has($0.0) })?.1, let first = instruction.operands.first else {
            throw unsupported
        }
        let (d, e) = try pair(first)
        let (a, b, c) = (try source(1, .b32), try source(2, .b32), try source(3, .b32))
        let mask: Int32 = isSynchronizing ? try source(4, .b32) : -1
        emit(.shuffle(mode)) { ($0.d, $0.e, $0.a, $0.b, $0.c, $0.immediate) = (d, e, a, b, c, Int64(mask)) }
    }

    private mutating func decodeVote() throws(ComputeError) {
        let mode: VoteMode =
            instruction.has("all") ? .all : instruction.has("any") ? .any : instruction.has("uni") ? .uniform : .ballot
        let (d, a) = (try destination(mode == .ballot ? .b32 : .pred), try source(1, .pred))
        let mask: Int32 = isSynchronizing ? try source(2, .b32) : -1
        emit(.vote(mode)) { ($0.d, $0.a, $0.immediate) = (d, a, Int64(mask)) }
    }

    private mutating func decodeMatch() throws(ComputeError) {
        let type = instruction.type
        guard let first = instruction.operands.first else { throw unsupported }
        let (d, e) = try pair(first)
        let (a, mask) = (try source(1, type), try source(2, .b32))
        emit(.match(RowWidth(type), isAll: instruction.has("all"))) {
            ($0.d, $0.e, $0.a, $0.immediate) = (d, e, a, Int64(mask))
        }
    }

    private mutating func decodeReduction() throws(ComputeError) {
        let type = instruction.type
        let operations: [(Modifier, IntegerBinary)] = [
            ("add", .add), ("min", .minimum), ("max", .maximum), ("and", .and), ("or", .or), ("xor", .xor),
        ]
        guard let integer = type.integer, type.bitWidth == 32,
            let operation = operations.first(where: { instruction.has($0.0) })?.1
        else { throw unsupported }
        let (d, a, mask) = (try destination(type), try source(1, type), try source(2, .b32))
        emit(.reduce(operation, integer)) { ($0.d, $0.a, $0.immediate) = (d, a, Int64(mask)) }
    }
}
