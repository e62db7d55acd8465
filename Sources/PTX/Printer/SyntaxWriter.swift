/// Text that grows line by line. Its extensions write the parts of a syntax tree.
struct SyntaxWriter {
    private(set) var text = ""
    /// Of the lines to come, in tabs.
    var indentation = 0

    mutating func line(_ content: String) {
        for _ in 0..<indentation { text += "\t" }
        text += content
        text += "\n"
    }

    mutating func write(_ unit: TranslationUnit) {
        line(".version \(unit.version.major).\(unit.version.minor)")
        line(".target \(unit.targets.joined(separator: ", "))")
        line(".address_size \(unit.addressSize)")
        for item in unit.items { write(item) }
    }

    private mutating func write(_ item: TranslationUnit.Item) {
        switch item {
        case .variable(let variable): line("\(Self.declaration(variable));")
        case .function(let function): write(function)
        case .file(let words, _): line(".file \(words.joined(separator: " "))")
        case .section(let name, let words, _): writeSection(name, words)
        case .pragma(let texts, _): line("\(Self.pragma(texts))")
        case .alias(let name, let target, _): line(".alias \(name), \(target);")
        }
    }

    private mutating func writeSection(_ name: String, _ words: [String]) {
        line(".section \(name)")
        line("{")
        // Readers of the output have a limit on lines, too.
        let wordsOfLine = 16
        for start in stride(from: 0, to: words.count, by: wordsOfLine) {
            line(words[start..<min(start + wordsOfLine, words.count)].joined(separator: " "))
        }
        line("}")
    }

    static func pragma(_ texts: [String]) -> String {
        ".pragma \(texts.map { "\"\($0)\"" }.joined(separator: ", "));"
    }

    private mutating func write(_ function: Function) {
        var head = function.linkage.map { ".\($0.rawValue) " } ?? ""
        head += function.isEntry ? ".entry " : ".func "
        head += Self.attributes(function.attributes)
        if !function.results.isEmpty { head += "\(Self.parameters(function.results)) " }
        line("\(head)\(function.name)\(Self.parameters(function.parameters))")
        for directive in function.directives { write(directive) }
        guard let body = function.body else { return line(";") }
        line("{")
        write(body)
        line("}")
    }

    private mutating func write(_ directive: Function.Directive) {
        guard directive.name != "pragma" else { return line(Self.pragma(directive.texts)) }
        let values = directive.values.map { " \($0)" }.joined(separator: ",")
        line(".\(directive.name)\(values)")
    }
}
