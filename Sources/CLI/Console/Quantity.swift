/// Numbers in few digits, for people.
enum Quantity {
    /// As `1.5 MiB`.
    static func bytes(_ value: Double) -> String {
        var value = value
        var units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"][...]
        while value.magnitude >= 1_024, units.count > 1 {
            value /= 1_024
            units = units.dropFirst()
        }
        return "\(number(value)) \(units.first ?? "")"
    }

    /// As `340 µs`, `1.5 s`, `4 min 10 s` or `3 d 4 h`.
    static func duration(seconds: Double) -> String {
        guard seconds.isFinite else { return "-" }
        switch seconds {
        case ..<0.001: return "\(number(seconds * 1_000_000)) µs"
        case ..<1: return "\(number(seconds * 1_000)) ms"
        case ..<60: return "\(number(seconds)) s"
        case ..<3_600: return pair(seconds, 60, "min", 1, "s")
        case ..<86_400: return pair(seconds, 3_600, "h", 60, "min")
        default: return pair(min(seconds, 1e12), 86_400, "d", 3_600, "h")
        }
    }

    /// With one digit after the point below 100, unless it is 0, and none from there on.
    static func number(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return value.isNaN ? "-" : "\(value)" }
        guard value.magnitude < 99.95 else { return "\(Int64(value.rounded()))" }
        let tenths = Int64((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let digit = tenths.magnitude % 10
        return sign + "\(tenths.magnitude / 10)" + (digit == 0 ? "" : ".\(digit)")
    }

    private static func pair(
        _ seconds: Double, _ large: Double, _ largeUnit: String, _ small: Double, _ smallUnit: String
    ) -> String {
        let whole = (seconds / large).rounded(.down)
        let rest = ((seconds - whole * large) / small).rounded(.down)
        return "\(Int64(whole)) \(largeUnit) \(Int64(rest)) \(smallUnit)"
    }
}
