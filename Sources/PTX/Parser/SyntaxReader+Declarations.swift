extension SyntaxReader {
    /// What stands in front of the names of a declaration.
    private struct Prefix {
        var space: StateSpace?
        var alignment: Int?
        var attributes: [String] = []
    }

    /// Whether a dotted word begins a declaration.
    func beginsDeclaration(_ name: String) -> Bool {
        name == "align" || name == "attribute" || StateSpace(rawValue: name) != nil
    }

    /// `.global .align 4 .v2 .f32 a, b[4] = {…};`: a variable for each name.
    mutating func variables(linkage: Variable.Linkage?) throws(SyntaxFault) -> [Variable] {
        let pattern = try declaration(linkage: linkage)
        var variables: [Variable] = []
        repeat {
            if !variables.isEmpty { try countStatement() }
            var variable = pattern
            try finish(&variable, isParameter: false)
            variables.append(variable)
        } while skip(.comma)
        try expectSemicolon("`,` or `;`")
        return variables
    }

    /// One parameter of a function; prototypes call theirs `_`.
    mutating func parameter(isPrototype: Bool) throws(SyntaxFault) -> Variable {
        guard directive == "param" || directive == "reg" else { throw expected("`.param` or `.reg`") }
        var parameter = try declaration(linkage: nil)
        if directive == "ptr" { parameter.pointer = try pointer() }
        if isPrototype && token.kind == .underscore {
            parameter.name = "_"
            advance()
            try countVariable(at: parameter.span)
            parameter.dimensions = try dimensions()
        } else {
            try finish(&parameter, isParameter: true)
        }
        return parameter
    }

    /// Everything up to the type.
    private mutating func declaration(linkage: Variable.Linkage?) throws(SyntaxFault) -> Variable {
        let start = token
        var prefix = Prefix()
        while let name = directive, try element(of: &prefix, name) {}
        guard let space = prefix.space else { throw expected("a state space such as `.global`") }
        let vector = try self.vector()
        guard let type = directive else { throw expected("a type such as `.b32`") }
        guard ScalarType(rawValue: type) != nil || ["texref", "samplerref", "surfref"].contains(type)
        else { throw fault("unknown type `.\(type)`") }
        advance()
        return Variable(
            linkage: linkage, attributes: prefix.attributes, space: space, alignment: prefix.alignment,
            vector: vector, typeName: type, name: "", span: start.span)
    }

    /// Takes `.align`, `.attribute` or the state space, in any order, each once.
    private mutating func element(of prefix: inout Prefix, _ name: String) throws(SyntaxFault) -> Bool {
        switch name {
        case "align":
            guard prefix.alignment == nil else { throw fault("second `.align`") }
            prefix.alignment = try alignment()
        case "attribute":
            guard prefix.attributes.isEmpty else { throw fault("second `.attribute`") }
            prefix.attributes = try attributes()
        default:
            guard let space = StateSpace(rawValue: name) else { return false }
            guard prefix.space == nil else { throw fault("second state space `.\(name)`") }
            prefix.space = space
            advance()
        }
        return true
    }

    private mutating func vector() throws(SyntaxFault) -> Int {
        let count: Int
        switch directive {
        case "v2": count = 2
        case "v4": count = 4
        case "v8": count = 8
        default: return 1
        }
        advance()
        return count
    }

    private mutating func alignment() throws(SyntaxFault) -> Int {
        advance()
        let place = token.span
        let bytes = try expectCount("an alignment in bytes")
        guard bytes.nonzeroBitCount == 1 else { throw fault("alignment that is not a power of two", at: place) }
        return bytes
    }

    /// `.ptr .global .align 16`
    private mutating func pointer() throws(SyntaxFault) -> Variable.PointerAttribute {
        advance()
        var pointer = Variable.PointerAttribute(space: nil, alignment: nil)
        if let name = directive, let space = StateSpace(rawValue: name) {
            pointer.space = space
            advance()
        }
        if directive == "align" { pointer.alignment = try alignment() }
        return pointer
    }

    /// The name and what follows it.
    private mutating func finish(_ variable: inout Variable, isParameter: Bool) throws(SyntaxFault) {
        variable.span = token.span
        variable.name = try expectName("a name")
        if !isParameter && skip(.less) {
            variable.range = try expectCount("a number of registers")
            try expect(.greater, "`>`")
        }
        if variable.space != .reg || isParameter { try countVariable(at: variable.span) }
        variable.dimensions = try dimensions()
        if !isParameter && skip(.equal) { variable.initializer = try initializer(of: variable) }
    }

    private mutating func countVariable(at span: SourceSpan) throws(SyntaxFault) {
        variables += 1
        if variables > limits.variables { throw beyond(limits.variables, "variables", at: span) }
    }

    private mutating func dimensions() throws(SyntaxFault) -> [Int?] {
        var dimensions: [Int?] = []
        while token.kind == .leftBracket {
            if dimensions.count == limits.nesting { throw beyond(limits.nesting, "dimensions") }
            advance()
            dimensions.append(token.kind == .rightBracket ? nil : try expectCount("a number of elements"))
            try expect(.rightBracket, "`]`")
        }
        return dimensions
    }

    /// `.attribute(.managed, .unified(1, 2))`
    mutating func attributes() throws(SyntaxFault) -> [String] {
        advance()
        try expect(.leftParenthesis, "`(`")
        var attributes: [String] = []
        repeat {
            guard let name = directive else { throw expected("an attribute such as `.managed`") }
            advance()
            var numbers: [String] = []
            if skip(.leftParenthesis) {
                repeat {
                    guard token.kind == .integer || token.kind == .unsignedInteger else { throw expected("a number") }
                    numbers.append(String(token.value))
                    advance()
                } while skip(.comma)
                try expect(.rightParenthesis, "`)`")
            }
            attributes.append(numbers.isEmpty ? name : "\(name)(\(numbers.joined(separator: ", ")))")
        } while skip(.comma)
        try expect(.rightParenthesis, "`)`")
        return attributes
    }
}
