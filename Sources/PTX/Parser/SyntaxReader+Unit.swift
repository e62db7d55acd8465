extension SyntaxReader {
    /// The whole text. `nil` when nothing of it could be read.
    mutating func unit() -> TranslationUnit? {
        var unit = TranslationUnit(version: .init(0, 0), targets: [], addressSize: 32, items: [])
        var hasHeader = false
        do throws(SyntaxFault) {
            try header(into: &unit)
            hasHeader = true
        } catch {
            recoverToItem()
        }
        while token.kind != .end {
            let start = token.offset
            do throws(SyntaxFault) {
                try item(into: &unit.items)
            } catch {
                recover()
                // A `}` that closes nothing would be found again and again.
                if token.offset == start && token.kind != .end { advance() }
            }
        }
        return hasHeader || !unit.items.isEmpty ? unit : nil
    }

    /// `.version`, `.target` and `.address_size`.
    private mutating func header(into unit: inout TranslationUnit) throws(SyntaxFault) {
        let start = token
        guard directive == "version" else { throw expected("`.version` at the beginning of the text") }
        advance()
        unit.version = try version()
        unit.versionSpan = span(from: start)
        let second = token
        guard directive == "target" else { throw expected("`.target` behind `.version`") }
        repeat {
            advance()
            unit.targets.append(try expectName("a target such as `sm_80`"))
            try countStatement()
        } while token.kind == .comma
        unit.targetSpan = span(from: second)
        guard directive == "address_size" else { return }
        advance()
        guard token.value == 32 || token.value == 64, token.kind == .integer else { throw expected("32 or 64") }
        unit.addressSize = Int(token.value)
        advance()
    }

    private mutating func version() throws(SyntaxFault) -> TranslationUnit.Version {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard token.kind == .double, parts.count == 2, let major = Int(parts[0]), let minor = Int(parts[1])
        else { throw expected("a version such as `8.0`") }
        advance()
        return .init(major, minor)
    }

    /// A text without its header still has its items checked.
    private mutating func recoverToItem() {
        while token.kind != .end && !(beginsItem || directive == "global" || directive == "const") { advance() }
        while let name = directive, ["version", "target", "address_size"].contains(name) {
            advance()
            while token.kind != .end && token.kind != .dotted { advance() }
        }
    }
}
