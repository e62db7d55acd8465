/// Text as roff shows it unchanged (groff_man(7), groff(7) "Escape Sequences").
enum RoffText {
    /// Running text: one or more lines, none of which roff takes for a request.
    static func body(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
            let escaped = inline(String(line))
            return line.first == "." || line.first == "'" ? "\\&" + escaped : escaped
        }.joined(separator: "\n")
    }

    /// Text within a line.
    ///
    /// A bare hyphen may be shown as another character that cannot be pasted into a shell, a backslash begins an
    /// escape, and an accent or a caret may become a typographic one.
    static func inline(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            case "'": escaped += "\\(aq"
            case "`": escaped += "\\(ga"
            case "^": escaped += "\\(ha"
            case "~": escaped += "\\(ti"
            case "\n": escaped += " "
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// An argument of a request, in quotes.
    static func argument(_ text: String) -> String {
        "\"" + inline(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq") + "\""
    }
}
