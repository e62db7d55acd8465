/// A named group of series, as the registry holds it.
protocol MetricFamily: AnyObject, Sendable {
    var description: MetricDescription { get }

    /// Visits the series that exist now, in an order that does not change between scrapes.
    func forEachSeries(_ body: (LabelText, InstrumentReading) -> Void)
}
