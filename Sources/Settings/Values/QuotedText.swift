/// Operator's text made safe to stand in one line of an error or a warning.
///
/// A value may come from a template that went wrong: it can be long, or hold line breaks and terminal control sequences
/// that would forge other log lines.
struct QuotedText: CustomStringConvertible {
    private static let shownScalars = 64

    let description: String

    /// Quotes `text` with everything but printable ASCII escaped, shortened to 64 characters.
    init(_ text: some StringProtocol) {
        var quoted = "\""
        for scalar in text.unicodeScalars.prefix(Self.shownScalars) {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case " "..."~": quoted.unicodeScalars.append(scalar)
            default: quoted += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        if text.unicodeScalars.count > Self.shownScalars {
            quoted += "…"
        }
        description = quoted + "\""
    }
}
