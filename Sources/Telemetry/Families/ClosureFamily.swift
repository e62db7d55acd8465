/// A family that asks for its series at scrape time.
///
/// Serves the grids and open families, which know their labels but not their name, and values that are collected
/// rather than counted, such as the memory of the process.
final class ClosureFamily: MetricFamily {
    typealias Visitor = (LabelText, InstrumentReading) -> Void

    let description: MetricDescription
    private let visitSeries: @Sendable (Visitor) -> Void

    init(_ description: MetricDescription, visitSeries: @escaping @Sendable (Visitor) -> Void) {
        self.description = description
        self.visitSeries = visitSeries
    }

    func forEachSeries(_ body: Visitor) {
        visitSeries(body)
    }
}
