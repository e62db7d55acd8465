extension Checker {
    /// A variable outside functions.
    mutating func declareModuleVariable(_ variable: Variable) {
        guard countVariable(at: variable.span) else { return }
        guard variable.type != nil || !Self.opaqueTypes.contains(variable.typeName) else {
            return declare(variable, .opaque(variable.typeName))
        }
        do throws(Fault) {
            let index = try addModuleVariable(variable)
            declare(variable, .variable(.module(index), variable.space))
        } catch {
            faults.add(error, at: variable.span)
        }
    }

    /// Types of objects that kernels reach only through texture and surface instructions.
    static let opaqueTypes: Set<String> = ["texref", "samplerref", "surfref"]

    /// Adds a `.global`, `.const` or `.shared` variable to the module's list.
    mutating func addModuleVariable(_ variable: Variable) throws(Fault) -> Int {
        guard [.global, .const, .shared].contains(variable.space) else {
            throw Fault(.symbol, "a variable in .\(variable.space.rawValue) belongs into a function")
        }
        if variable.range != nil { throw Fault(.symbol, "only registers are declared as a range") }
        let layout = try VariableLayout(variable)
        let isDynamic = variable.linkage == .extern && layout.isOpen
        if variable.linkage == .extern, variable.space != .shared {
            throw Fault(
                .unsupported,
                "the external variable `\(variable.name.clipped)`: only dynamic shared memory can be external")
        }
        if layout.isOpen, !isDynamic || variable.space != .shared {
            throw Fault(.type, "the array `\(variable.name.clipped)` has no size")
        }
        switch variable.space {
        case .global: try Self.charge(layout.byteCount, to: &globalBytes, limits.globalBytes, ".global")
        case .const: try Self.charge(layout.byteCount, to: &constantBytes, limits.constantBytes, ".const")
        default: try Self.checkSize(layout.byteCount, limits.sharedBytes, "shared")
        }
        var initialBytes: [UInt8] = []
        var relocations: [CheckedVariable.Relocation] = []
        if let initializer = variable.initializer {
            guard variable.space != .shared else { throw Fault(.type, "shared variables have no initial value") }
            let value = try InitialValue(initializer, layout: layout) { [symbols] (name) throws(Fault) in
                switch symbols.declaration(of: name) {
                case .variable(.module(let index), let space) where space == .global || space == .const: return index
                case .function:
                    throw Fault(.unsupported, "the function `\(name.clipped)` as an initial value is not supported")
                case .some: throw Fault(.symbol, "the address of `\(name.clipped)` is not known before a launch")
                case nil: throw Fault(.symbol, "`\(name.clipped)` is not declared")
                }
            }
            initialBytes = value.bytes
            relocations = value.relocations
        }
        variables.append(
            CheckedVariable(
                name: variable.name, space: variable.space, alignment: layout.alignment, byteCount: layout.byteCount,
                isDynamic: isDynamic, initialBytes: initialBytes, relocations: relocations, span: variable.span))
        return variables.count - 1
    }

    /// A declaration inside a function.
    mutating func declareLocal(_ variable: Variable) {
        if variable.space == .reg { return declareRegister(variable) }
        guard countVariable(at: variable.span) else { return }
        do throws(Fault) {
            switch variable.space {
            case .local, .param:
                if variable.initializer != nil { throw Fault(.type, "a variable of a thread has no initial value") }
                if variable.range != nil { throw Fault(.symbol, "only registers are declared as a range") }
                let layout = try VariableLayout(variable)
                if layout.isOpen { throw Fault(.type, "the array `\(variable.name.clipped)` has no size") }
                try Self.charge(layout.byteCount, to: &functions[current].frameBytes, limits.localBytes, ".local")
                functions[current].frame.append(
                    CheckedVariable(
                        name: variable.name, space: variable.space, alignment: layout.alignment,
                        byteCount: layout.byteCount, span: variable.span))
                declare(variable, .variable(.frame(functions[current].frame.count - 1), variable.space))
            default:
                if variable.linkage == .extern {
                    throw Fault(.symbol, "an external variable belongs outside of functions")
                }
                declare(variable, .variable(.module(try addModuleVariable(variable)), variable.space))
            }
        } catch {
            faults.add(error, at: variable.span)
        }
    }

    private mutating func declareRegister(_ variable: Variable) {
        guard let type = variable.type, type.isFundamental else {
            return faults.add(
                .type, "`.\(variable.typeName.clipped)` is not a type that a register can have", at: variable.span)
        }
        guard [1, 2, 4].contains(variable.vector), variable.vector == 1 || type != .pred else {
            return faults.add(.type, "a register cannot have \(variable.vector) elements", at: variable.span)
        }
        guard variable.dimensions.isEmpty, variable.initializer == nil else {
            return faults.add(.type, "a register has no array bounds and no initial value", at: variable.span)
        }
        let before = functions[current].declaredRegisters
        let (declared, isTooMany) = (variable.range ?? 1).multipliedReportingOverflow(by: variable.vector)
        let (total, isStillTooMany) = before.addingReportingOverflow(declared)
        functions[current].declaredRegisters = isTooMany || isStillTooMany ? .max : total
        if before <= limits.registers, functions[current].declaredRegisters > limits.registers {
            faults.add(
                .limit, "more than \(limits.registers) registers in `\(functions[current].name.clipped)`",
                at: variable.span)
        }
        if let count = variable.range {
            let isNew = symbols.declareRange(variable.name, count: count, type: type, vector: variable.vector)
            if !isNew { duplicate(variable.name, variable.span) }
        } else {
            declare(variable, .unusedRegister(type, count: variable.vector))
        }
    }

    /// Gives a variable's name its meaning in the innermost scope.
    private mutating func declare(_ variable: Variable, _ symbol: Symbol) {
        if !symbols.declare(variable.name, symbol) || (current >= 0 && labels.declares(variable.name)) {
            duplicate(variable.name, variable.span)
        }
    }

    /// Reports a second declaration.
    mutating func duplicate(_ name: String, _ span: SourceSpan) {
        faults.add(.symbol, "`\(name.clipped)` is declared twice", at: span)
    }

    static func charge(_ bytes: Int, to total: inout Int, _ limit: Int, _ space: String) throws(Fault) {
        total += bytes
        if total > limit { throw Fault(.limit, "more than \(limit) bytes of \(space) variables") }
    }

    static func checkSize(_ bytes: Int, _ limit: Int, _ space: String) throws(Fault) {
        if bytes > limit { throw Fault(.limit, "\(bytes) bytes of \(space) memory: at most \(limit) are possible") }
    }
}
