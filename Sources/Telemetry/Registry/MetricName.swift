/// The grammar of metric and label names.
///
/// Source: Prometheus, "Data model" (metric names and labels), and OpenMetrics 1.0.0, section 4.3.
enum MetricName {
    /// Whether the text is a metric name. Colons are legal in the format but reserved for recording rules.
    static func isValid(_ name: String) -> Bool {
        matches(name)
    }

    /// Whether the text is a label name that a family may declare.
    ///
    /// Names that begin with two underscores belong to the scraper; `le` and `quantile` to the format.
    static func isValidLabel(_ name: String) -> Bool {
        matches(name) && !name.hasPrefix("__") && !isReservedLabel(name)
    }

    /// Whether the exposition formats give this label a meaning of their own.
    static func isReservedLabel(_ name: String) -> Bool {
        name == "le" || name == "quantile"
    }

    /// Whether a byte may stand anywhere but first in a name.
    static func isNameByte(_ byte: UInt8) -> Bool {
        isLeadingByte(byte) || isDigit(byte)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLeadingByte(_ byte: UInt8) -> Bool {
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        return isLetter || byte == UInt8(ascii: "_")
    }

    private static func matches(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLeadingByte(first) else { return false }
        return name.utf8.allSatisfy(isNameByte)
    }
}
