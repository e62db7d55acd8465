extension Checker {
    /// A kernel, a device function, or a declaration of one.
    mutating func check(_ function: Function) {
        guard let index = declare(function) else { return }
        guard let body = function.body else { return }
        functions[index].isDefined = true
        current = index
        labels = LabelTable()
        symbols.open()
        for (place, result) in function.results.enumerated() {
            declareParameter(result, .variable(.result(place), .param))
        }
        for (place, parameter) in function.parameters.enumerated() {
            declareParameter(parameter, .variable(.parameter(place), .param))
        }
        check(body, depth: 1, at: function.span)
        symbols.close()
        placeLabels()
        current = -1
    }

    /// Adds the function to the list, or finds its earlier declaration; `nil` when it cannot be used.
    private mutating func declare(_ function: Function) -> Int? {
        if functions.count >= limits.functions {
            faults.add(.limit, "more than \(limits.functions) functions in a text", at: function.span)
            return nil
        }
        let draft: FunctionDraft
        do throws(Fault) {
            draft = try self.draft(function)
        } catch {
            faults.add(error, at: function.span)
            return nil
        }
        if draft.isEntry, draft.parameterBytes > limits.parameterBytes {
            faults.add(
                .limit,
                "\(draft.parameterBytes) bytes of parameters: at most \(limits.parameterBytes) are possible",
                at: function.span)
        }
        switch symbols.declaration(of: function.name) {
        case nil:
            functions.append(draft)
            _ = symbols.declare(function.name, .function(functions.count - 1))
            return functions.count - 1
        case .function(let index):
            let earlier = functions[index]
            guard earlier.isEntry == draft.isEntry, earlier.results.agree(with: draft.results),
                earlier.parameters.agree(with: draft.parameters)
            else {
                functions[index].isDefined = true
                let message = "`\(function.name.clipped)` was declared with other parameters"
                faults.add(.symbol, message, at: function.span)
                return nil
            }
            guard function.body != nil else { return index }
            guard !earlier.isDefined else {
                duplicate(function.name, function.span)
                return nil
            }
            // The definition's own names and bounds are the ones that count.
            functions[index] = draft
            return index
        default:
            duplicate(function.name, function.span)
            return nil
        }
    }

    private func draft(_ function: Function) throws(Fault) -> FunctionDraft {
        if function.parameters.count > limits.parameters {
            throw Fault(.limit, "\(function.parameters.count) parameters: at most \(limits.parameters) are possible")
        }
        if function.isEntry, !function.results.isEmpty { throw Fault(.type, "a kernel has no results") }
        if function.results.count > 1 { throw Fault(.unsupported, "more than one result is not supported") }
        let results = try layout(function.results)
        let parameters = try layout(function.parameters)
        let isExternal = function.linkage == .extern && function.body == nil
        if isExternal {
            guard let known = ExternalFunction(rawValue: function.name) else {
                let message = "the external function `\(function.name.clipped)`: vprintf and __assertfail are known"
                throw Fault(.unsupported, message)
            }
            guard !function.isEntry, known.results == results.map(\.byteCount),
                known.parameters == parameters.map(\.byteCount)
            else {
                throw Fault(.type, "`\(function.name)` is declared with other parameters than it has")
            }
        }
        return FunctionDraft(
            name: function.name, isEntry: function.isEntry, isExternal: isExternal, results: results,
            parameters: parameters, bounds: try bounds(function), span: function.span)
    }

    /// Places parameters one after another, each at its alignment.
    private func layout(_ declarations: [Variable]) throws(Fault) -> [CheckedFunction.Parameter] {
        var offset = 0
        var result: [CheckedFunction.Parameter] = []
        for declaration in declarations {
            guard declaration.space == .param else {
                throw Fault(
                    .unsupported,
                    "the parameter `\(declaration.name.clipped)` in .\(declaration.space.rawValue): "
                        + "parameters in .param are supported")
            }
            if Self.opaqueTypes.contains(declaration.typeName) {
                throw Fault(
                    .unsupported, "the parameter `\(declaration.name.clipped)` of type .\(declaration.typeName)")
            }
            guard declaration.vector == 1 else { throw Fault(.type, "a parameter cannot be a vector") }
            let layout = try VariableLayout(declaration)
            if layout.isOpen { throw Fault(.unsupported, "a parameter of open size is not supported") }
            offset = (offset + layout.alignment - 1) & ~(layout.alignment - 1)
            result.append(
                CheckedFunction.Parameter(
                    name: declaration.name, type: layout.type, byteCount: layout.byteCount,
                    alignment: layout.alignment, offset: offset, isArray: !layout.dimensions.isEmpty,
                    pointer: declaration.pointer))
            offset += layout.byteCount
        }
        return result
    }

    private mutating func declareParameter(_ parameter: Variable, _ symbol: Symbol) {
        guard countVariable(at: parameter.span) else { return }
        // Parameters without a name cannot be mentioned.
        if parameter.name.isEmpty || parameter.name == "_" { return }
        if !symbols.declare(parameter.name, symbol) { duplicate(parameter.name, parameter.span) }
    }

    /// What the function's directives ask of a launch.
    private func bounds(_ function: Function) throws(Fault) -> CheckedFunction.LaunchBounds {
        var bounds = CheckedFunction.LaunchBounds()
        for directive in function.directives {
            let name = directive.name
            switch name {
            case "maxntid", "reqntid", "reqnctapercluster":
                guard function.isEntry, (1...3).contains(directive.values.count),
                    directive.values.allSatisfy({ $0 > 0 && $0 < 1 << 31 })
                else { throw Fault(.type, ".\(name) takes one to three numbers above 0, and stands at a kernel") }
                let values = directive.values.map { Int($0) }
                if name == "maxntid" { bounds.maximum = values }
                if name == "reqntid" { bounds.required = values }
                if name == "reqnctapercluster", values.contains(where: { $0 > 1 }) {
                    throw Fault(.unsupported, "clusters of more than one block are not supported")
                }
            case "minnctapersm", "maxnctapersm", "maxnreg", "maxclusterrank":
                guard function.isEntry || name == "maxnreg", directive.values.count == 1, directive.values[0] > 0 else {
                    throw Fault(.type, ".\(name) takes one number above 0, and stands at a kernel")
                }
            case "noreturn", "explicitcluster", "blocksareclusters", "pragma", "unified", "abi_preserve",
                "abi_preserve_control":
                break
            default: throw Fault(.symbol, "the directive .\(name.clipped) is not known")
            }
        }
        if bounds.maximum != nil, bounds.required != nil {
            throw Fault(.type, ".maxntid and .reqntid exclude each other")
        }
        return bounds
    }
}

extension FunctionDraft {
    /// Bytes of the parameter space.
    var parameterBytes: Int { parameters.last.map { $0.offset + $0.byteCount } ?? 0 }
}

extension [CheckedFunction.Parameter] {
    /// Whether two declarations of a function can be the same function's.
    func agree(with other: [CheckedFunction.Parameter]) -> Bool {
        count == other.count
            && zip(self, other).allSatisfy {
                $0.byteCount == $1.byteCount && $0.alignment == $1.alignment && $0.isArray == $1.isArray
            }
    }
}
