/// What a spelling that fits a form may still get wrong, for a text of some version and target.
struct SpellingRules {
    /// The text's version.
    let version: TranslationUnit.Version
    /// The text's architecture; `.max` when it is not known, so that nothing seems too new.
    let target: Int

    /// The fault of an instruction of that form, apart from its operands.
    func fault(_ instruction: Instruction, _ form: InstructionForm, _ operands: [OperandShape]) -> Fault? {
        do throws(Fault) {
            try checkAge(instruction, form)
            try checkMemory(instruction, operands)
            return nil
        } catch {
            return error
        }
    }

    /// Whether the text's version and target have the instruction and its modifiers.
    private func checkAge(_ instruction: Instruction, _ form: InstructionForm) throws(Fault) {
        let name = "`\(instruction.spelling.clipped)`"
        try checkAge(name, form.minimumVersion, form.minimumTarget)
        for opcode in ["*", instruction.opcode] {
            guard let requirements = InstructionTable.requirements[opcode] else { continue }
            for modifier in instruction.modifiers {
                guard let needed = requirements[modifier] else { continue }
                try checkAge("`\(modifier)` of \(name)", needed.version, needed.target)
            }
        }
        if form.isWithdrawn, target >= 70, target != .max, version >= .init(6, 4) {
            throw Fault(.target, "\(name) was withdrawn from sm_70 with version 6.4: `.sync` is needed")
        }
    }

    private func checkAge(_ name: String, _ least: TranslationUnit.Version, _ architecture: Int) throws(Fault) {
        if version < least {
            throw Fault(.target, "\(name) needs .version \(least) or later, this text has \(version)")
        }
        if target < architecture {
            throw Fault(.target, "\(name) needs .target sm_\(architecture) or later, this text has sm_\(target)")
        }
    }

    /// Limits on the length of an access, and on where cache hints are possible.
    private func checkMemory(_ instruction: Instruction, _ operands: [OperandShape]) throws(Fault) {
        guard ["ld", "ldu", "st", "atom", "red"].contains(instruction.opcode),
            let address = operands.first(where: { $0.role == .address })
        else { return }
        let name = "`\(instruction.spelling.clipped)`"
        let isGlobal = address.space == nil || address.space == .global
        if !isGlobal, let hint = instruction.modifiers.first(where: \.isCacheHint) {
            throw Fault(.instruction, "`\(hint)` of \(name) is for global memory only")
        }
        let policies: Set<Modifier> = ["ca", "cg", "cs", "lu", "cv", "wb", "wt"]
        if let hint = instruction.modifiers.first(where: { $0.spelling.hasPrefix("L1::") }),
            let policy = instruction.modifiers.first(where: policies.contains)
        {
            throw Fault(.instruction, "`\(hint)` and `\(policy)` of \(name) exclude each other")
        }
        if instruction.modifiers.contains("nc"), address.space != .global {
            throw Fault(.instruction, "`.nc` of \(name) needs `.global`")
        }
        for operand in operands where operand.count > 1 {
            let bits = operand.count * (operand.types.first?.bitWidth ?? 0)
            if bits > 256 || bits > 128 && (!isGlobal || instruction.opcode == "ldu") {
                throw Fault(.type, "\(name) is too long for one access")
            }
            if bits > 128 { try checkAge("\(name) with 256 bits", TranslationUnit.Version(8, 8), 100) }
        }
    }
}

extension Modifier {
    /// Whether it advises a cache of global memory.
    fileprivate var isCacheHint: Bool { spelling.hasPrefix("L1::") || spelling.hasPrefix("L2::") }
}
