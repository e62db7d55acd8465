/// Reads PTX text into a syntax tree.
public enum PTXParser {
    /// Reads `text`, which is bytes of PTX (PTX ISA up to 9.x).
    ///
    /// A fault does not end the reading: it goes on behind the next `;` or `}`, until `limits.diagnostics` faults are
    /// found or a limit on the text's size is passed. Time and memory are linear in the size of the text, whatever it
    /// holds.
    public static func parse(_ text: [UInt8], limits: PTXLimits = PTXLimits()) -> ParseResult {
        // Spans count bytes in 32 bits.
        let most = min(limits.textBytes, Int(UInt32.max))
        guard text.count <= most else {
            let message = "text of \(text.count) bytes, the limit is \(most)"
            return ParseResult(
                unit: nil, diagnostics: [Diagnostic(.limit, message, at: SourceSpan(line: 1, column: 1))])
        }
        var reader = SyntaxReader(text, limits: limits)
        let unit = reader.unit()
        // A token is looked at before the statement in front of it is known to be faulty.
        let diagnostics = reader.diagnostics.sorted { $0.span.offset < $1.span.offset }
        return ParseResult(unit: unit, diagnostics: diagnostics)
    }
}
