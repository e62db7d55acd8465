/// Where a block begins and ends among a body's instructions.
public struct Block: Sendable, Hashable {
    /// The place of `block`, `loop`, `if` or `try_table`.
    public let start: Int
    /// The place of its `else`.
    public let alternative: Int?
    /// The place of its `end`.
    public let end: Int
    /// How many blocks it lies in.
    public let depth: Int
}

extension FunctionCode {
    /// The blocks of the body by the places where they begin, in their order.
    ///
    /// A `loop` and its `end` are what a rewrite of loops looks for. Blocks that nothing closes are left out; decoded
    /// bodies have none.
    /// - Complexity: O(instructions).
    public func blocks() -> [Block] {
        var blocks: [Block?] = []
        var open: [(block: Int, start: Int, alternative: Int?)] = []
        for (place, instruction) in instructions.enumerated() {
            switch instruction.opcode {
            case .block, .loop, .if, .tryTable:
                open.append((blocks.count, place, nil))
                blocks.append(nil)
            case .else:
                if !open.isEmpty { open[open.count - 1].alternative = place }
            case .end:
                guard let last = open.popLast() else { continue }
                blocks[last.block] = Block(
                    start: last.start, alternative: last.alternative, end: place, depth: open.count)
            default: continue
            }
        }
        return blocks.compactMap { $0 }
    }
}
