import Testing

@testable import PTX

/// Short texts for tests of the syntax.
enum SyntaxText {
    static let header = ".version 8.0\n.target sm_80\n.address_size 64\n"

    /// A kernel with that body, which begins on line 6.
    static func kernel(_ body: String) -> String { "\(header).entry k()\n{\n\(body)\n}\n" }

    static func parse(_ text: String, limits: PTXLimits = PTXLimits()) -> ParseResult {
        PTXParser.parse([UInt8](text.utf8), limits: limits)
    }

    /// The tree of a text without faults.
    static func unit(_ text: String) throws -> TranslationUnit {
        let result = parse(text)
        try #require(result.faults == [])
        return try #require(result.unit)
    }

    /// The statements of a kernel with that body.
    static func statements(_ body: String) throws -> [Statement] {
        try #require(try unit(kernel(body)).functions.first?.body)
    }

    /// The only instruction of a kernel with that body.
    static func instruction(_ body: String) throws -> Instruction {
        let statements = try statements(body)
        try #require(statements.count == 1)
        guard case .instruction(let instruction) = statements[0] else {
            throw Unexpected(statement: statements[0])
        }
        return instruction
    }

    /// The items behind the three directives.
    static func items(_ text: String) throws -> [TranslationUnit.Item] { try unit(header + text).items }

    /// The variables that a text declares outside functions.
    static func variables(_ text: String) throws -> [Variable] { try unit(header + text).variables }

    struct Unexpected: Error {
        let statement: Statement
    }
}

extension ParseResult {
    /// The faults as `line:column message`.
    var faults: [String] { diagnostics.map { "\($0.span.line):\($0.span.column) \($0.message)" } }
}

extension TranslationUnit {
    var functions: [Function] {
        items.compactMap { item in
            if case .function(let function) = item { function } else { nil }
        }
    }

    var variables: [Variable] {
        items.compactMap { item in
            if case .variable(let variable) = item { variable } else { nil }
        }
    }
}

extension [Statement] {
    /// Every statement, those inside blocks and the blocks themselves included.
    var flattened: [Statement] {
        flatMap { statement in
            if case .block(let inner, _) = statement { [statement] + inner.flattened } else { [statement] }
        }
    }

    var instructions: [Instruction] {
        flattened.compactMap { statement in
            if case .instruction(let instruction) = statement { instruction } else { nil }
        }
    }

    /// How many names the statements give to places in the code or to lists of targets.
    var labelCount: Int {
        flattened.count { statement in
            switch statement {
            case .label, .targets, .callPrototype: true
            default: false
            }
        }
    }
}
