/// Compares what a document shows with what a reader gets.
///
/// `…` in the document stands for any text within a line, and alone on a line for any lines. What is another at every
/// run although the document shows a real one is left out of the comparison: UUIDs, request and trace ids, moments, and
/// durations.
enum ShownOutput {
    static func matches(_ shown: [String], _ actual: String) -> Bool {
        let expected = lines(of: shown.joined(separator: "\n"))
        return match(expected[...], lines(of: actual)[...])
    }

    private static func lines(of text: String) -> [String] {
        let trimmed = text.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed()
        return String(trimmed).split(separator: "\n", omittingEmptySubsequences: false).map { levelled(String($0)) }
    }

    private static func match(_ expected: ArraySlice<String>, _ actual: ArraySlice<String>) -> Bool {
        guard let first = expected.first else { return actual.isEmpty }
        let rest = expected.dropFirst()
        if first == "…" {
            return (0...actual.count).contains { match(rest, actual.dropFirst($0)) }
        }
        guard let line = actual.first else { return false }
        return matchLine(first, line) && match(rest, actual.dropFirst())
    }

    private static func matchLine(_ pattern: String, _ line: String) -> Bool {
        let parts = pattern.split(separator: "…", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return pattern == line }
        guard line.hasPrefix(parts[0]) else { return false }
        var rest = line.dropFirst(parts[0].count)
        for part in parts[1..<(parts.count - 1)] where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(parts[parts.count - 1])
    }

    private static func levelled(_ line: String) -> String {
        line.replacing(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "<uuid>")
            .replacing(/\b[0-9a-f]{32}\b/, with: "<id>")
            .replacing(/\b[12][0-9]{12}\b/, with: "<milliseconds>")
            .replacing(/dur=[0-9]+\.[0-9]+/, with: "dur=<duration>")
            .replacing(/[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT/, with: "<date>")
    }
}
