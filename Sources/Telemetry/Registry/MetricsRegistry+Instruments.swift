extension MetricsRegistry {
    /// Registers a counter without labels; its zero is exposed at once.
    ///
    /// - Parameters:
    ///   - name: Ends in `_total`; unique in the registry. A bad name, here and below, is a programming error.
    ///   - help: What makes it move; not empty.
    ///   - unit: The unit that the name carries before `_total`.
    public func counter(_ name: String, help: String, unit: MetricUnit? = nil) -> Counter {
        single(Counter(), name, help, unit)
    }

    /// Registers an integer gauge without labels; its zero is exposed at once.
    public func gauge(_ name: String, help: String, unit: MetricUnit? = nil) -> Gauge {
        single(Gauge(), name, help, unit)
    }

    /// Registers a gauge of real numbers without labels; its zero is exposed at once.
    public func floatGauge(_ name: String, help: String, unit: MetricUnit? = nil) -> FloatGauge {
        single(FloatGauge(), name, help, unit)
    }

    /// Registers a histogram of durations without labels; its empty buckets are exposed at once.
    ///
    /// - Parameters:
    ///   - name: Ends in `_seconds`.
    ///   - help: What is measured, from where to where.
    ///   - bounds: The upper bounds of the buckets.
    public func histogram(_ name: String, help: String, bounds: HistogramBounds) -> Histogram {
        single(Histogram(layout: bounds), name, help, .seconds)
    }

    private func single<Series: Instrument>(
        _ series: Series,
        _ name: String,
        _ help: String,
        _ unit: MetricUnit?
    ) -> Series {
        let description = MetricDescription(name: name, help: help, type: Series.type, unit: unit)
        register(ClosureFamily(description) { $0(LabelText(), series.reading) })
        return series
    }
}
