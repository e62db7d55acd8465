import TestSupport

/// A random structured program with one function, and the registers that its threads begin with.
struct FlowProgram {
    static let registers = 5

    let body: [FlowNode]
    let function: [FlowNode]
    let threads: Int
    let blocks: Int
    /// By thread of the grid, then by register.
    let inputs: [[UInt32]]

    init(seed: Int) {
        var generator = FlowGenerator(SeededGenerator(seed: seed))
        // Lanes may read each other only where none has gone.
        generator.isWarpWhole = generator.below(3) == 0
        threads =
            generator.isWarpWhole
            ? 32 * (1 + generator.below(10)) : 1 + generator.below(generator.below(5) == 0 ? 300 : 70)
        blocks = 1 + generator.below(3)
        function = generator.nodes(depth: 1, in: .function)
        body = generator.together()
        inputs = (0..<threads * blocks).map { _ in
            (0..<Self.registers).map { _ in generator.below(2) == 0 ? UInt32(generator.below(40)) : generator.word() }
        }
    }
}

/// Makes the pieces of a ``FlowProgram``.
struct FlowGenerator {
    enum Place { case thread, function }

    private var source: SeededGenerator
    /// Whether warps are complete, and stay so.
    var isWarpWhole = false

    init(_ source: SeededGenerator) { self.source = source }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &source) }
    mutating func word() -> UInt32 { UInt32(truncatingIfNeeded: source.next()) }
    private mutating func register() -> Int { below(FlowProgram.registers) }

    /// Pieces at the outermost level, where barriers may stand.
    mutating func together(isInner: Bool = false) -> [FlowNode] {
        (0..<1 + below(isInner ? 3 : 6)).flatMap { _ -> [FlowNode] in
            switch below(isInner ? 7 : 8) {
            case 0, 1: return [.exchange(result: register(), source: register(), distance: 1 + below(70))]
            case 2: return [.census(result: register(), condition())]
            case 3 where isWarpWhole:
                return [.shuffle(result: register(), source: register(), flippedBits: UInt32(below(32)))]
            case 7: return [.turns(1 + below(4), together(isInner: true))]
            default: return nodes(depth: 0, in: .thread)
            }
        }
    }

    /// Pieces that each thread goes through on its own.
    mutating func nodes(depth: Int, in place: Place, isInLoop: Bool = false) -> [FlowNode] {
        (0..<1 + below(depth == 0 ? 4 : 3)).map { _ in node(depth: depth, place, isInLoop) }
    }

    private mutating func node(depth: Int, _ place: Place, _ isInLoop: Bool) -> FlowNode {
        let choice = below(depth < 4 ? 12 : 5)
        switch choice {
        case 4 where isInLoop: return below(2) == 0 ? .leave(condition()) : .again(condition())
        case 5, 6:
            return .branch(
                condition(), nodes(depth: depth + 1, in: place, isInLoop: isInLoop),
                below(3) == 0 ? [] : nodes(depth: depth + 1, in: place, isInLoop: isInLoop))
        case 7...8 where depth < 3:
            // Loops in loops have few turns.
            let limit = [21, 6, 3][depth]
            return .loop(
                count: register(), limit: UInt32(2 + below(limit - 1)), isTestedFirst: below(2) == 0,
                nodes(depth: depth + 1, in: place, isInLoop: true))
        case 9:
            return .choose(
                register(), (0..<[2, 4][below(2)]).map { _ in nodes(depth: depth + 1, in: place, isInLoop: isInLoop) })
        case 10 where place == .thread: return .call(result: register(), argument: register())
        case 11 where place == .function || (!isWarpWhole && below(2) == 0):
            return .finish(condition(isRare: true), isDirect: below(2) == 0)
        default:
            return .compute(operation(), only: below(3) == 0 ? condition() : nil)
        }
    }

    private mutating func operation() -> FlowOperation {
        let number = below(FlowOperation.all.count)
        let isShift = FlowOperation.all[number].spelling.hasPrefix("shr")
        let second: FlowOperation.Operand =
            isShift
            ? .constant(UInt32(below(32)))
            : below(2) == 0 ? .register(register()) : .constant(below(2) == 0 ? UInt32(below(9)) : word())
        return FlowOperation(number: number, result: register(), first: register(), second: second)
    }

    private mutating func condition(isRare: Bool = false) -> FlowCondition {
        let mask: UInt32 = isRare ? 15 : [1, 3, 7, 31, .max][below(5)]
        return FlowCondition(
            number: isRare ? 0 : below(FlowCondition.all.count), register: register(), mask: mask,
            bound: UInt32(below(Int(min(mask, 40)) + 1)), isNegated: !isRare && below(2) == 0)
    }
}
