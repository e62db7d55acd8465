import Testing

@testable import PTX

/// What must hold for every text, however broken.
enum SyntaxJudgement {
    /// Reads the text and checks that the answer is either a tree that survives printing, or faults with places.
    @discardableResult
    static func judge(_ text: [UInt8], _ note: @autoclosure () -> String = "") -> ParseResult {
        let limits = PTXLimits()
        let result = PTXParser.parse(text, limits: limits)
        #expect(result.diagnostics.count <= limits.diagnostics, "\(note())")
        for fault in result.diagnostics where !isSound(fault, in: text) {
            Issue.record("\(note()): \(fault)")
        }
        if result.diagnostics.isEmpty { checkRoundTrip(of: result, "\(note())") }
        return result
    }

    private static func isSound(_ fault: Diagnostic, in text: [UInt8]) -> Bool {
        let span = fault.span
        guard !fault.message.isEmpty, span.line >= 1, span.column >= 1 else { return false }
        guard Int(span.offset) + Int(span.length) <= text.count else { return false }
        let before = text.prefix(Int(span.offset))
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return before.count { $0 == UInt8(ascii: "\n") } + 1 == Int(span.line)
            && Int(span.offset) - lineStart + 1 == Int(span.column)
    }

    static func checkRoundTrip(of result: ParseResult, _ note: @autoclosure () -> String = "") {
        guard let unit = result.unit else {
            Issue.record("\(note()): neither a tree nor a fault")
            return
        }
        let printed = PTXPrinter.print(unit)
        let again = SyntaxText.parse(printed)
        if again.unit != unit || !again.faults.isEmpty {
            Issue.record("\(note()): printing changes the tree: \(again.faults)\n\(printed.prefix(2_000))")
        }
    }
}
