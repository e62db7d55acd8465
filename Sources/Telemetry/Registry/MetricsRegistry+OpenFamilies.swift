extension MetricsRegistry {
    /// Registers a counter whose first label takes values that are not known up front.
    ///
    /// - Parameters:
    ///   - name: Ends in `_total`; unique in the registry. A bad name, here and below, is a programming error.
    ///   - help: What makes it move; not empty.
    ///   - unit: The unit that the name carries before `_total`.
    ///   - openLabel: The name of the first label.
    ///   - keyedBy: The type of its values.
    ///   - labels: Up to three further labels with declared values.
    ///   - exposing: Index tuples over `labels`, exposed with zero as soon as a value has been seen.
    ///   - maximumValues: Values with series of their own; the rest shares `other`.
    public func openCounterFamily<Key>(
        _ name: String,
        help: String,
        unit: MetricUnit? = nil,
        openLabel: String,
        keyedBy: Key.Type = UInt64.self,
        labels: [LabelDomain] = [],
        exposing: [[Int]] = [],
        maximumValues: Int = TelemetryLimits.openLabelValues
    ) -> OpenFamily<Key, Counter> {
        open(
            OpenFamily(
                label: openLabel,
                domains: labels,
                layout: (),
                exposing: exposing,
                maximumValues: maximumValues
            ),
            MetricDescription(name: name, help: help, type: .counter, unit: unit)
        )
    }

    /// Registers an integer gauge whose first label takes values that are not known up front.
    public func openGaugeFamily<Key>(
        _ name: String,
        help: String,
        unit: MetricUnit? = nil,
        openLabel: String,
        keyedBy: Key.Type = UInt64.self,
        labels: [LabelDomain] = [],
        exposing: [[Int]] = [],
        maximumValues: Int = TelemetryLimits.openLabelValues
    ) -> OpenFamily<Key, Gauge> {
        open(
            OpenFamily(
                label: openLabel,
                domains: labels,
                layout: (),
                exposing: exposing,
                maximumValues: maximumValues
            ),
            MetricDescription(name: name, help: help, type: .gauge, unit: unit)
        )
    }

    /// Registers a histogram of durations whose first label takes values that are not known up front.
    public func openHistogramFamily<Key>(
        _ name: String,
        help: String,
        bounds: HistogramBounds,
        openLabel: String,
        keyedBy: Key.Type = UInt64.self,
        labels: [LabelDomain] = [],
        exposing: [[Int]] = [],
        maximumValues: Int = TelemetryLimits.openLabelValues
    ) -> OpenFamily<Key, Histogram> {
        open(
            OpenFamily(
                label: openLabel,
                domains: labels,
                layout: bounds,
                exposing: exposing,
                maximumValues: maximumValues
            ),
            MetricDescription(name: name, help: help, type: .histogram, unit: .seconds)
        )
    }

    private func open<Key, Series>(
        _ family: OpenFamily<Key, Series>,
        _ description: MetricDescription
    ) -> OpenFamily<Key, Series> {
        register(ClosureFamily(description) { family.forEachSeries($0) })
        return family
    }
}
