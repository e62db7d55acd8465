/// The largest error of each kernel, over all its cases and texts.
struct FixtureTable: Sendable {
    private var rows: [(entry: String, launches: Int, outcome: FixtureOutcome)] = []

    mutating func add(_ outcome: FixtureOutcome, of entry: String) {
        if let index = rows.firstIndex(where: { $0.entry == entry }) {
            rows[index].launches += 1
            rows[index].outcome.add(outcome)
        } else {
            rows.append((entry, 1, outcome))
        }
    }

    /// One line a kernel, in alphabetical order.
    var text: String {
        let lines = rows.sorted { $0.entry < $1.entry }.map { row in
            let errors =
                row.outcome.largestAbsolute == 0
                ? "exact" : "\(Self.short(row.outcome.largestAbsolute)), \(Self.short(row.outcome.largestRelative))"
            let share = row.outcome.largestShare == 0 ? "" : "\(Int((row.outcome.largestShare * 100).rounded(.up))) %"
            let state = row.outcome.isGood ? "" : "  \(row.outcome.faultCount) WRONG"
            return [
                Self.padded(row.entry, 26), Self.padded("\(row.launches)", 9),
                Self.padded("\(row.outcome.compared)", 9),
                Self.padded(errors, 22), share + state,
            ].joined()
        }
        let heading = ["kernel", "launches", "values", "largest error (abs, rel)", "of tolerance"]
        return (["\(Self.padded(heading[0], 26))\(heading[1]) \(heading[2])   \(heading[3]) \(heading[4])"] + lines)
            .joined(separator: "\n")
    }

    /// Two digits and an exponent of ten.
    private static func short(_ value: Double) -> String {
        guard value > 0 else { return "0" }
        var (digits, exponent) = (value, 0)
        while digits < 1 { (digits, exponent) = (digits * 10, exponent - 1) }
        while digits >= 10 { (digits, exponent) = (digits / 10, exponent + 1) }
        return "\((digits * 10).rounded() / 10)e\(exponent)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 1))
    }
}
