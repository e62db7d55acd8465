/// What a family says about itself ahead of its series.
struct MetricDescription: Sendable {
    static let totalSuffix = "_total"
    static let suffixesOfSamples = [totalSuffix, "_bucket", "_sum", "_count", "_created"]

    let name: String
    let help: String
    let type: MetricType
    let unit: MetricUnit?

    /// The name of the family: OpenMetrics counts `_total` as part of the sample, not of the family.
    var familyName: String {
        guard type == .counter, name.hasSuffix(Self.totalSuffix) else { return name }
        return String(name.dropLast(Self.totalSuffix.count))
    }

    /// Every name under which a line of this family may appear in either format.
    ///
    /// Two families that share one of these would make a page that a scraper refuses or misreads, such as a gauge
    /// named `x_count` beside a histogram `x`.
    var reservedNames: [String] {
        switch type {
        case .counter: [familyName, name, familyName + "_created"]
        case .gauge: [name]
        case .histogram: [name] + ["_bucket", "_sum", "_count", "_created"].map { name + $0 }
        }
    }

    /// The first rule that the description breaks, or nil.
    var flaw: String? {
        if !MetricName.isValid(name) { return "the name is not a metric name" }
        if help.isEmpty { return "the help text is empty" }
        if type == .counter {
            if !name.hasSuffix(Self.totalSuffix) { return "the name of a counter ends in _total" }
            if !MetricName.isValid(familyName) { return "the name of a counter has a part before _total" }
        } else if let suffix = Self.suffixesOfSamples.first(where: name.hasSuffix) {
            return "the suffix \(suffix) belongs to samples"
        }
        if let unit, !familyName.hasSuffix("_" + unit.rawValue) { return "the name does not end in its unit" }
        return nil
    }
}
