/// Texts in an audit line: JSON strings that are cut, and that cannot change how the line is read or displayed.
///
/// Source of the escapes: RFC 8259, section 7.
enum AuditText {
    /// Stands at the end of a text that was cut.
    static let cutMark = "…"

    /// Appends a JSON string, or `null`.
    ///
    /// - Parameter limit: The bytes between the quotes, escapes and the mark of a cut included. A cut never divides a
    ///   scalar or an escape. No more of the text is looked at than fits.
    static func append(_ text: String?, limit: Int, to line: inout [UInt8]) {
        guard let text else { return line.append(contentsOf: "null".utf8) }
        line.append(UInt8(ascii: "\""))
        if text.utf8.count <= limit, text.utf8.allSatisfy(isPlain) {
            line.append(contentsOf: text.utf8)
        } else {
            appendEscaped(text, limit: limit, to: &line)
        }
        line.append(UInt8(ascii: "\""))
    }

    private static func appendEscaped(_ text: String, limit: Int, to line: inout [UInt8]) {
        let end = line.count + limit
        // Up to where the text may stay when a mark has to follow it.
        var keptEnd = line.count
        for scalar in text.unicodeScalars {
            append(scalar, to: &line)
            if line.count > end {
                line.removeSubrange(keptEnd...)
                return line.append(contentsOf: cutMark.utf8)
            }
            if line.count + cutMark.utf8.count <= end { keptEnd = line.count }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to line: inout [UInt8]) {
        switch scalar {
        case "\"": line.append(contentsOf: #"\""#.utf8)
        case "\\": line.append(contentsOf: #"\\"#.utf8)
        case "\n": line.append(contentsOf: #"\n"#.utf8)
        case "\r": line.append(contentsOf: #"\r"#.utf8)
        case "\t": line.append(contentsOf: #"\t"#.utf8)
        case _ where isHidden(scalar): appendNumbers(of: scalar, to: &line)
        default: line.append(contentsOf: scalar.utf8)
        }
    }

    /// One `\uXXXX`, or two beyond the first 65,536 scalars.
    private static func appendNumbers(of scalar: Unicode.Scalar, to line: inout [UInt8]) {
        for unit in scalar.utf16 {
            line.append(contentsOf: #"\u"#.utf8)
            for shift in [UInt64(12), 8, 4, 0] { line.append(HexText.digit(UInt64(unit) >> shift)) }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Whether a scalar is not seen itself but changes what is seen: controls, separators of lines, directions of text.
    ///
    /// JSON would allow most of them. But a log is read on terminals, where they forge what is not there, and by
    /// programs that take U+2028 for the end of a line.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
