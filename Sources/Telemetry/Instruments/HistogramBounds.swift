/// The upper bounds of a duration histogram.
///
/// Bounds are given in seconds, as they are published, and converted to nanoseconds once, so that an observation
/// compares integers.
///
/// ```swift
/// let bounds: HistogramBounds = [0.001, 0.01, 0.1, 1]
/// ```
public struct HistogramBounds: Sendable, Equatable, ExpressibleByArrayLiteral {
    /// The bounds in seconds, ascending; these very numbers are printed as `le`.
    public let seconds: [Double]
    /// The same bounds in whole nanoseconds.
    public let nanoseconds: [UInt64]

    /// Checks and converts bounds.
    ///
    /// - Parameter seconds: Finite, positive, ascending by at least a nanosecond, at most 10⁹ s, without `+Inf`, and
    ///   no more than ``TelemetryLimits/histogramBounds``. Anything else is a programming error.
    public init(seconds: [Double]) {
        precondition(!seconds.isEmpty, "a histogram needs at least one bound")
        precondition(seconds.count <= TelemetryLimits.histogramBounds, "too many histogram bounds")
        precondition(
            seconds.allSatisfy { $0 > 0 && $0 <= 1e9 },
            "histogram bounds lie above 0 and at most at 1e9 seconds"
        )
        let nanoseconds = seconds.map { UInt64(($0 * 1e9).rounded()) }
        precondition(
            zip(nanoseconds, nanoseconds.dropFirst()).allSatisfy { $0 < $1 },
            "histogram bounds must ascend by at least a nanosecond"
        )
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// The same as `init(seconds:)`.
    public init(arrayLiteral elements: Double...) {
        self.init(seconds: elements)
    }
}
