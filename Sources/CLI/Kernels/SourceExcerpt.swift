import PTX

/// Shows the places of faults in a text.
struct SourceExcerpt {
    private let text: [UInt8]

    /// Bytes of a line that are shown; generated text has lines of any length.
    private static let shownBytes = 160

    init(_ text: [UInt8]) { self.text = text }

    /// `file:line:column: error: message`, the line, and carets under what is meant.
    func message(for diagnostic: Diagnostic, file: String) -> String {
        let span = diagnostic.span
        let headline = "\(file):\(span.line):\(span.column): error: \(diagnostic.message)"
        guard let (line, carets) = excerpt(at: Int(span.offset), length: Int(span.length)) else { return headline }
        return "\(headline)\n\(line)\n\(carets)"
    }

    /// - Returns: `nil` for a place where the text has no line to show, such as behind its end.
    private func excerpt(at offset: Int, length: Int) -> (line: String, carets: String)? {
        guard text.indices.contains(offset) else { return nil }
        let start = text[..<offset].lastIndex(where: Self.endsLine).map { $0 + 1 } ?? 0
        let end = text[offset...].firstIndex(where: Self.endsLine) ?? text.endIndex
        guard start < end, offset < end else { return nil }
        // A long line is shown from shortly before the fault.
        let first = offset - start < Self.shownBytes / 2 ? start : offset - Self.shownBytes / 2
        let last = min(end, first + Self.shownBytes)
        let padding = text[first..<offset].map { $0 == 0x09 ? "\t" : " " }.joined()
        let carets = String(repeating: "^", count: max(min(length, last - offset), 1))
        return (String(decoding: text[first..<last].map(Self.shown), as: UTF8.self), padding + carets)
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// One column a byte: what is not printable ASCII would shift the carets.
    private static func shown(_ byte: UInt8) -> UInt8 {
        byte == 0x09 || (0x20...0x7E).contains(byte) ? byte : UInt8(ascii: "?")
    }
}
