/// Finds the forms that an instruction's spelling fits, and remembers what it found.
///
/// As in NVIDIA's assembler, types keep their order in a spelling, and other modifiers can be written in any.
struct SpellingMatcher {
    /// A form whose modifiers fit.
    struct Candidate {
        let form: Int
        let operands: [OperandShape]
        /// How many operands can be left out.
        let optionalCount: Int
        /// What is wrong with the spelling in this text, whatever its operands.
        let fault: Fault?
    }

    /// What a spelling means.
    struct Match {
        let candidates: [Candidate]
        let types: [ScalarType]
    }

    private struct Spelling: Hashable {
        let opcode: String
        let modifiers: [Modifier]
    }

    /// Distinct spellings kept at a time: a hostile text can have as many as statements.
    private static let capacity = 4_096
    private var known: [Spelling: Match] = [:]
    /// What depends on the text's version and target.
    let rules: SpellingRules

    /// A matcher for a text of some version and target.
    init(_ rules: SpellingRules) { self.rules = rules }

    /// The forms that the spelling fits, `nil` when there are none.
    mutating func match(_ instruction: Instruction) -> Match? {
        let spelling = Spelling(opcode: instruction.opcode, modifiers: instruction.modifiers)
        if let match = known[spelling] { return match }
        var candidates: [Candidate] = []
        for index in InstructionTable.forms(for: instruction.opcode) {
            let form = InstructionTable.forms[index]
            guard case .fits(let filling) = form.fit(instruction.modifiers) else { continue }
            let lookup = { (name: String) in
                form.modifiers.firstIndex { $0.name == name }.flatMap { filling[$0] }
            }
            let present = form.operands.filter { $0.condition.map { lookup($0) != nil } ?? true }
            let shapes = present.compactMap { $0.shape(lookup) }
            guard shapes.count == present.count else { continue }
            candidates.append(
                Candidate(
                    form: index, operands: shapes, optionalCount: shapes.count { $0.isOptional },
                    fault: rules.fault(instruction, form, shapes)))
        }
        guard !candidates.isEmpty else { return nil }
        let match = Match(candidates: candidates, types: instruction.modifiers.compactMap(\.scalarType))
        if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
        known[spelling] = match
        return match
    }
}
