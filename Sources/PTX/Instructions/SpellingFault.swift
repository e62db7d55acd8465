/// Says why no form of the instruction table fits a spelling.
enum SpellingFault {
    /// The fault, in terms of the form that comes nearest.
    static func explain(_ instruction: Instruction) -> Fault {
        let opcode = instruction.opcode.clipped
        let forms = InstructionTable.forms(for: instruction.opcode)
        guard !forms.isEmpty else { return Fault(.instruction, "`\(opcode)` is not an instruction") }
        var nearest: (excess: [Modifier], missing: [ModifierGroup])?
        // Forms that take any modifiers would always seem near.
        let exact = forms.filter { !InstructionTable.forms[$0].acceptsOtherModifiers }
        for index in exact.isEmpty ? forms : exact {
            guard case .differs(let excess, let missing) = InstructionTable.forms[index].fit(instruction.modifiers)
            else { continue }
            let distance = excess.count + missing.count
            if let best = nearest, best.excess.count + best.missing.count <= distance { continue }
            nearest = (excess, missing)
        }
        let spelling = instruction.spelling.clipped
        if let group = nearest?.missing.first {
            let choices = group.alternatives.prefix(6).map { "`\($0)`" }.joined(separator: ", ")
            let needs = group.alternatives.count == 1 ? "needs" : "needs one of"
            let more = group.alternatives.count > 6 ? " and so on" : ""
            let unknown = nearest?.excess.first.map { " instead of `\($0.description.clipped)`" } ?? ""
            return Fault(.instruction, "`\(spelling)` \(needs) \(choices)\(more)\(unknown)")
        }
        if let modifier = nearest?.excess.first {
            return Fault(.instruction, "`\(modifier.description.clipped)` does not belong in `\(spelling)`")
        }
        return Fault(.instruction, "`\(spelling)` is not a form of `\(opcode)`")
    }
}
