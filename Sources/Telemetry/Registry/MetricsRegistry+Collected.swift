extension MetricsRegistry {
    /// Registers a gauge that is read at scrape time.
    ///
    /// - Parameters:
    ///   - name: Unique in the registry. A bad name, here and below, is a programming error.
    ///   - help: What it shows; not empty.
    ///   - unit: The unit that the name ends in.
    ///   - collect: Returns the value, or nil to leave the series out of this page. Runs on the scraper's thread, so
    ///     it must not wait.
    public func collectedGauge(
        _ name: String,
        help: String,
        unit: MetricUnit? = nil,
        collect: @escaping @Sendable () -> Double?
    ) {
        collected(MetricDescription(name: name, help: help, type: .gauge, unit: unit), collect)
    }

    /// Registers a counter that is read at scrape time from something that counts already.
    public func collectedCounter(
        _ name: String,
        help: String,
        unit: MetricUnit? = nil,
        collect: @escaping @Sendable () -> Double?
    ) {
        collected(MetricDescription(name: name, help: help, type: .counter, unit: unit), collect)
    }

    /// Registers a gauge that is always 1 and carries facts about the process in its labels.
    ///
    /// - Parameters:
    ///   - name: Ends in `_info` by convention.
    ///   - help: What the labels describe.
    ///   - labels: The facts; label names are valid and distinct, or it is a programming error.
    public func info(_ name: String, help: String, labels: [(name: String, value: String)]) {
        precondition(labels.allSatisfy { MetricName.isValidLabel($0.name) }, "metric '\(name)': a bad label name")
        precondition(Set(labels.map(\.name)).count == labels.count, "metric '\(name)': a label is declared twice")
        let text = LabelText(labels)
        let description = MetricDescription(name: name, help: help, type: .gauge, unit: nil)
        register(ClosureFamily(description) { $0(text, .unsigned(1)) })
    }

    private func collected(_ description: MetricDescription, _ collect: @escaping @Sendable () -> Double?) {
        register(
            ClosureFamily(description) { visit in
                if let value = collect() { visit(LabelText(), .real(value)) }
            }
        )
    }
}
