extension Checker {
    /// An instruction with its names resolved.
    mutating func check(_ instruction: Instruction) throws(Fault) -> CheckedInstruction {
        guard let match = matcher.match(instruction) else { throw SpellingFault.explain(instruction) }
        var condition: CheckedInstruction.Condition?
        if let written = instruction.condition {
            guard case .register(let type, let first, _) = symbols.find(written.register, &functions[current].registers)
            else { throw Fault(.symbol, "the predicate `\(written.register.clipped)` is not declared") }
            guard type == .pred else {
                throw Fault(.type, "`\(written.register.clipped)` is a register of type .\(type.rawValue), not .pred")
            }
            condition = CheckedInstruction.Condition(register: first, isNegated: written.isNegated)
        }
        var best: (fault: Fault, progress: Int)?
        for candidate in match.candidates {
            var progress = 0
            do throws(Fault) {
                let operands = try resolve(instruction, candidate, &progress)
                progress = .max
                if let fault = candidate.fault { throw fault }
                if case .address(.place(.parameter), _) = operands.first {
                    throw Fault(.type, "`\(instruction.spelling.clipped)` would write a parameter, which is read only")
                }
                return CheckedInstruction(
                    opcode: instruction.opcode, modifiers: instruction.modifiers, types: match.types,
                    form: candidate.form, condition: condition, operands: operands, span: instruction.span)
            } catch {
                if progress > best?.progress ?? -1 { best = (error, progress) }
            }
        }
        throw best?.fault ?? SpellingFault.explain(instruction)
    }

    /// The operands as that form wants them; `progress` says how far they fit, for the choice of the best message.
    private mutating func resolve(
        _ instruction: Instruction, _ candidate: SpellingMatcher.Candidate, _ progress: inout Int
    ) throws(Fault) -> [CheckedOperand] {
        let written = instruction.operands
        let shapes = candidate.operands
        switch shapes.first?.role {
        case .call: return try resolveCall(instruction)
        case .anything:
            var operands: [CheckedOperand] = []
            for operand in written { operands.append(try resolveAnything(operand)) }
            return operands
        default: break
        }
        guard written.count <= shapes.count, written.count >= shapes.count - candidate.optionalCount else {
            let least = shapes.count - candidate.optionalCount
            let wanted = least == shapes.count ? "\(least)" : "\(least) to \(shapes.count)"
            throw Fault(
                .instruction, "`\(instruction.spelling.clipped)` has \(wanted) operands, not \(written.count)")
        }
        var operands: [CheckedOperand] = []
        operands.reserveCapacity(written.count)
        for (operand, shape) in zip(written, shapes) {
            progress = 2 * operands.count + (operand.elementCount == shape.count ? 1 : 0)
            do throws(Fault) {
                operands.append(try resolve(operand, shape))
            } catch {
                throw Fault(
                    error.code, "operand \(operands.count + 1) of `\(instruction.spelling.clipped)`: \(error.message)")
            }
        }
        return operands
    }
}

extension Operand {
    /// Elements of a vector, 0 for anything else.
    fileprivate var elementCount: Int {
        if case .vector(let elements) = self { elements.count } else { 0 }
    }
}
