/// One operand, option or flag, as the manual page shows it.
struct ManualArgument {
    private let node: JSONValue

    init(_ node: JSONValue) { self.node = node }

    var isOperand: Bool { node["kind"]?.string == "positional" }
    var isShown: Bool { node["shouldDisplay"] != .boolean(false) }
    var longName: String { node["preferredName"]?["name"]?.string ?? "" }
    var placeholder: String { "<\(node["valueName"]?.string ?? "value")>" }

    /// A tagged paragraph.
    var item: [String] { [".TP", tag, RoffText.body(text)] }

    private var tag: String {
        if isOperand { return "\\fI\(RoffText.inline(placeholder))\\fR" }
        let names = (node["names"]?.array ?? []).compactMap { name in
            name["name"]?.string.map { (name["kind"]?.string == "long" ? "--" : "-") + $0 }
        }
        let spelled = names.map { "\\fB\(RoffText.inline($0))\\fR" }.joined(separator: ", ")
        return node["kind"]?.string == "flag" ? spelled : spelled + " \\fI\(RoffText.inline(placeholder))\\fR"
    }

    private var text: String {
        var text = node["abstract"]?.string ?? ""
        let choices = (node["allValues"]?.array ?? node["allValueStrings"]?.array ?? []).compactMap(\.string)
        if !choices.isEmpty { text += " One of \(choices.joined(separator: ", "))." }
        if let value = node["defaultValue"]?.string { text += " Default: \(value)." }
        return text
    }
}
