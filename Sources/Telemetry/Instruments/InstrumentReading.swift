/// The value of one series at the moment it was read.
public enum InstrumentReading: Sendable, Equatable {
    /// A counter.
    case unsigned(UInt64)
    /// An integer gauge.
    case signed(Int64)
    /// A gauge or counter of real numbers.
    case real(Double)
    /// A histogram.
    case histogram(HistogramReading)
}
