import FoundationEssentials

/// Times of records, in milliseconds since 1970, for people.
enum JobTime {
    /// As `2026-01-31T12:00:00Z`; `-` for one that is absent or outside the years that have four digits.
    static func text(_ milliseconds: JSONValue?) -> String {
        guard let value = milliseconds?.number.flatMap({ Int64($0) }), (0...253_402_300_799_999).contains(value) else {
            return "-"
        }
        return Date(timeIntervalSince1970: Double(value / 1_000)).formatted(.iso8601)
    }

    /// The difference in seconds with three digits; `-` when one of both is absent.
    static func seconds(from start: JSONValue?, to end: JSONValue?) -> String {
        guard let start = start?.number.flatMap({ Int64($0) }), let end = end?.number.flatMap({ Int64($0) }) else {
            return "-"
        }
        let (difference, overflow) = end.subtractingReportingOverflow(start)
        guard !overflow, difference >= 0 else { return "-" }
        let thousandths = "\(1_000 + difference % 1_000)".dropFirst()
        return "\(difference / 1_000).\(thousandths)"
    }
}
