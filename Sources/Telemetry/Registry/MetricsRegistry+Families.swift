extension MetricsRegistry {
    /// Registers a counter with one to three labels of declared values.
    ///
    /// - Parameters:
    ///   - name: Ends in `_total`; unique in the registry. A bad name, here and below, is a programming error.
    ///   - help: What makes it move; not empty.
    ///   - unit: The unit that the name carries before `_total`.
    ///   - labels: The labels in the order of the subscripts.
    ///   - exposing: Index tuples whose series are exposed with zero from the start.
    public func counterFamily(
        _ name: String,
        help: String,
        unit: MetricUnit? = nil,
        labels: [LabelDomain],
        exposing: [[Int]] = []
    ) -> SeriesGrid<Counter> {
        grid(SeriesGrid(domains: labels, layout: (), exposing: exposing), name, help, unit)
    }

    /// Registers an integer gauge with one to three labels of declared values.
    public func gaugeFamily(
        _ name: String,
        help: String,
        unit: MetricUnit? = nil,
        labels: [LabelDomain],
        exposing: [[Int]] = []
    ) -> SeriesGrid<Gauge> {
        grid(SeriesGrid(domains: labels, layout: (), exposing: exposing), name, help, unit)
    }

    /// Registers a gauge of real numbers with one to three labels of declared values.
    public func floatGaugeFamily(
        _ name: String,
        help: String,
        unit: MetricUnit? = nil,
        labels: [LabelDomain],
        exposing: [[Int]] = []
    ) -> SeriesGrid<FloatGauge> {
        grid(SeriesGrid(domains: labels, layout: (), exposing: exposing), name, help, unit)
    }

    /// Registers a histogram of durations with one to three labels of declared values.
    public func histogramFamily(
        _ name: String,
        help: String,
        bounds: HistogramBounds,
        labels: [LabelDomain],
        exposing: [[Int]] = []
    ) -> SeriesGrid<Histogram> {
        grid(SeriesGrid(domains: labels, layout: bounds, exposing: exposing), name, help, .seconds)
    }

    /// Registers a counter that shows how many observations each series of a histogram has.
    ///
    /// For events that are both counted and timed: one instrument serves two families, which then cannot disagree.
    public func counterFamily(
        _ name: String,
        help: String,
        observationsOf histograms: SeriesGrid<Histogram>
    ) {
        let description = MetricDescription(name: name, help: help, type: .counter, unit: nil)
        register(
            ClosureFamily(description) { visit in
                histograms.forEachExisting { visit($0, .unsigned($1.snapshot.count)) }
            }
        )
    }

    private func grid<Series>(
        _ grid: SeriesGrid<Series>,
        _ name: String,
        _ help: String,
        _ unit: MetricUnit?
    ) -> SeriesGrid<Series> {
        precondition(!grid.domains.isEmpty, "a family with labels needs one")
        let description = MetricDescription(name: name, help: help, type: Series.type, unit: unit)
        register(ClosureFamily(description) { grid.forEachSeries($0) })
        return grid
    }
}
