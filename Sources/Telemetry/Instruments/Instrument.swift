/// One series' worth of measurement: something that is moved on the hot path and read at scrape time.
///
/// Instruments know nothing about names, labels or text formats. Families hold them, and the exposition reads them.
public protocol Instrument: AnyObject, Sendable {
    /// What a new series of the same family needs to be created, such as the bounds of a histogram.
    associatedtype Layout: Sendable

    /// The type that a family of this instrument declares.
    static var type: MetricType { get }

    /// Creates a series that has measured nothing yet.
    init(layout: Layout)

    /// What the instrument shows now.
    var reading: InstrumentReading { get }
}
