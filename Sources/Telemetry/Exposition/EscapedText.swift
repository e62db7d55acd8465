/// Escaping of free text in a metrics page.
///
/// Sources: Prometheus, "Exposition formats", sections "Comments, help text, and type information" and "Text format
/// details"; OpenMetrics 1.0.0, section 4.2 (ABNF `escaped-string`).
enum EscapedText {
    /// Label values: backslash, double quote and line feed, in both formats.
    static func appendLabelValue(_ text: String, to bytes: inout [UInt8]) {
        append(text, escapingQuotes: true, to: &bytes)
    }

    /// Help texts: OpenMetrics escapes the double quote as well, the older format would show that backslash.
    static func appendHelp(_ text: String, format: ExpositionFormat, to bytes: inout [UInt8]) {
        append(text, escapingQuotes: format == .openMetrics, to: &bytes)
    }

    private static func append(_ text: String, escapingQuotes: Bool, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
            case UInt8(ascii: "\"") where escapingQuotes: bytes.append(contentsOf: #"\""#.utf8)
            default: bytes.append(byte)
            }
        }
    }
}
