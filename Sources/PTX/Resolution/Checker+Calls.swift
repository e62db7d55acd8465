extension Checker {
    /// The operands of a call: the list of results, the function, the list of arguments; lists that are not written are
    /// empty ones.
    mutating func resolveCall(_ instruction: Instruction) throws(Fault) -> [CheckedOperand] {
        var operands = instruction.operands[...]
        var results: [Operand] = []
        var arguments: [Operand] = []
        if case .list(let list) = operands.first {
            results = list
            operands.removeFirst()
        }
        guard case .name(let name) = operands.popFirst() else { throw Fault(.type, "a call needs a function's name") }
        if case .list(let list) = operands.first {
            arguments = list
            operands.removeFirst()
        }
        switch find(name) {
        case .function(let index):
            guard operands.isEmpty else { throw Fault(.instruction, "a direct call has no prototype") }
            let callee = functions[index]
            guard !callee.isEntry else { throw Fault(.type, "`\(name.clipped)` is a kernel and cannot be called") }
            functions[current].note(call: index, at: instruction.span)
            return [
                .list(try resolve(results, callee.results, name, areResults: true)), .function(index),
                .list(try resolve(arguments, callee.parameters, name, areResults: false)),
            ]
        case .register: throw Fault(.unsupported, "an indirect `call` is not supported")
        case .some: throw Fault(.type, "`\(name.clipped)` is not a function")
        case nil: throw Fault(.symbol, "the function `\(name.clipped)` is not declared")
        }
    }

    private mutating func resolve(
        _ written: [Operand], _ formal: [CheckedFunction.Parameter], _ name: String, areResults: Bool
    ) throws(Fault) -> [CheckedOperand] {
        guard written.count == formal.count else {
            let what = areResults ? "results" : "arguments"
            throw Fault(.type, "`\(name.clipped)` has \(formal.count) \(what), not \(written.count)")
        }
        var result: [CheckedOperand] = []
        for (operand, parameter) in zip(written, formal) {
            result.append(try resolve(operand, parameter, areResults: areResults))
        }
        return result
    }

    private mutating func resolve(
        _ operand: Operand, _ formal: CheckedFunction.Parameter, areResults: Bool
    ) throws(Fault) -> CheckedOperand {
        if areResults, operand == .sink { return .sink }
        if case .name(let name) = operand, case .variable(let place, let space) = find(name) {
            guard space == .param, case .frame(let index) = place else {
                throw Fault(.type, "`\(name.clipped)` is not a .param variable of this function")
            }
            let actual = functions[current].frame[index]
            guard actual.byteCount == formal.byteCount else {
                throw Fault(
                    .type,
                    "`\(name.clipped)` has \(actual.byteCount) bytes, `\(formal.name.clipped)` has \(formal.byteCount)")
            }
            guard actual.alignment >= formal.alignment else {
                throw Fault(.type, "`\(name.clipped)` is aligned to less than `\(formal.name.clipped)`")
            }
            return .variable(place, offset: 0)
        }
        guard !formal.isArray else {
            throw Fault(.type, "`\(formal.name.clipped)` is an array and needs a .param variable")
        }
        let shape = OperandShape(
            role: areResults ? .destination : .source, types: [formal.type], count: 0, isRelaxed: false,
            isOptional: false, values: [], space: nil)
        return try resolve(operand, shape)
    }
}
