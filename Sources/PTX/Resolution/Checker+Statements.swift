extension Checker {
    /// The statements of a body, at depth 1, or of a block in it. A body shares the scope of the parameters.
    mutating func check(_ statements: [Statement], depth: Int, at span: SourceSpan) {
        if depth > limits.nesting {
            return faults.add(.limit, "blocks nested deeper than \(limits.nesting)", at: span)
        }
        if depth > 1 { symbols.open() }
        openLabels(statements)
        for statement in statements {
            if faults.isFull { break }
            check(statement, depth: depth)
        }
        labels.close()
        if depth > 1 { symbols.close() }
    }

    /// Enters a block as far as labels go: its own are known from the start.
    private mutating func openLabels(_ statements: [Statement]) {
        labels.open()
        for statement in statements {
            switch statement {
            case .label(let name, let span):
                if !labels.declarePlace(name) { duplicate(name, span) }
            case .callPrototype(let name, _, _, _, let span):
                if !labels.declare(name, .other("a call prototype")) { duplicate(name, span) }
            default: break
            }
        }
        if labels.positions.count > limits.labels {
            faults.add(
                .limit, "more than \(limits.labels) labels in `\(functions[current].name.clipped)`",
                at: functions[current].span)
        }
        for case .targets(let directive, let name, let names, let span) in statements {
            guard directive == "branchtargets" else {
                if !labels.declare(name, .other("a list of call targets")) { duplicate(name, span) }
                continue
            }
            let places = names.map { labels.find($0) }
            for (target, place) in zip(names, places) where place?.place == nil {
                faults.add(.symbol, "`\(target.clipped)` is not a label", at: span)
            }
            if names.isEmpty { faults.add(.symbol, ".branchtargets names no label", at: span) }
            functions[current].branchTargets.append(places.compactMap { $0?.place })
            let list = functions[current].branchTargets.count - 1
            if !labels.declare(name, .branchTargets(list)) { duplicate(name, span) }
        }
    }

    private mutating func check(_ statement: Statement, depth: Int) {
        switch statement {
        case .label(let name, let span):
            _ = labels.place(name, at: functions[current].instructions.count)
            if symbols.declares(name) { duplicate(name, span) }
        case .instruction(let instruction):
            do throws(Fault) {
                functions[current].instructions.append(try check(instruction))
            } catch {
                faults.add(error, at: instruction.span)
            }
        case .block(let statements, let span): check(statements, depth: depth + 1, at: span)
        case .variable(let variable): declareLocal(variable)
        case .pragma(let texts, let span): checkPragma(texts, at: span)
        case .location, .targets, .callPrototype: break
        }
    }

    /// Replaces the labels' numbers in instructions by indices of instructions, which are known now.
    mutating func placeLabels() {
        let places = labels.positions.map { $0 ?? 0 }
        let lists = functions[current].branchTargets.map { $0.map { places[$0] } }
        for index in functions[current].instructions.indices {
            let instruction = functions[current].instructions[index]
            guard let last = instruction.operands.last else { continue }
            let target: CheckedOperand
            switch last {
            case .label(let place): target = .label(places[place])
            case .labels(let list): target = .labels(lists[list[0]])
            default: continue
            }
            functions[current].instructions[index] = CheckedInstruction(
                opcode: instruction.opcode, modifiers: instruction.modifiers, types: instruction.types,
                form: instruction.form, condition: instruction.condition,
                operands: instruction.operands.dropLast() + [target], span: instruction.span)
        }
    }
}
