/// One command of the tree, as the manual page shows it.
struct ManualCommand {
    private let node: JSONValue
    private let path: [String]

    init(_ node: JSONValue) { self.init(node, under: []) }

    private init(_ node: JSONValue, under parents: [String]) {
        self.node = node
        path = parents + [node["commandName"]?.string ?? ""]
    }

    var abstract: String { node["abstract"]?.string ?? "" }

    private var children: [ManualCommand] {
        (node["subcommands"]?.array ?? [])
            // The parser's own `help` says nothing that the page does not.
            .filter { $0["commandName"]?.string != "help" && $0["shouldDisplay"] != .boolean(false) }
            .map { ManualCommand($0, under: path) }
    }

    /// Every command below this one that does something itself, in the order of the help text.
    var descendants: [ManualCommand] {
        children.flatMap { $0.children.isEmpty ? [$0] : $0.descendants }
    }

    private var arguments: [ManualArgument] {
        (node["arguments"]?.array ?? []).map(ManualArgument.init)
            .filter { $0.isShown && !["help", "version"].contains($0.longName) }
    }

    /// The command's heading, its text and its options.
    var section: [String] {
        let operands = arguments.filter(\.isOperand).map { " \($0.placeholder)" }.joined()
        var lines = [".SS " + RoffText.argument(path.dropFirst().joined(separator: " ") + operands)]
        lines.append(RoffText.body(abstract))
        if let discussion = node["discussion"]?.string, !discussion.isEmpty {
            lines += [".PP", RoffText.body(discussion)]
        }
        return lines + arguments.flatMap(\.item)
    }
}
