/// One instruction: an opcode and its immediates. It takes 24 bytes, about ten times its size in a module.
public struct Instruction: Sendable, Hashable {
    /// What follows the opcode. First, so that the opcode fits into its padding.
    public let immediate: Immediate
    /// What it does.
    public let opcode: Opcode

    /// An instruction.
    /// - Parameters:
    ///   - opcode: What it does.
    ///   - immediate: What follows; must be of the kind that the opcode asks for.
    public init(_ opcode: Opcode, _ immediate: Immediate = .none) {
        precondition(opcode.immediateKind.accepts(immediate), "\(opcode.mnemonic) takes no such immediate")
        self.init(checked: opcode, immediate)
    }

    @inline(__always)
    init(checked opcode: Opcode, _ immediate: Immediate) {
        self.immediate = immediate
        self.opcode = opcode
    }

    /// An instruction that names one thing.
    public init(_ opcode: Opcode, _ index: UInt32) { self.init(opcode, .index(index)) }

    /// An instruction that names two things, in the order of the binary format.
    public init(_ opcode: Opcode, _ first: UInt32, _ second: UInt32) { self.init(opcode, .indices(first, second)) }
}

extension Instruction: CustomStringConvertible {
    /// The name in the text format, with the immediates as Swift shows them.
    public var description: String { immediate == .none ? opcode.mnemonic : "\(opcode.mnemonic) \(immediate)" }
}
