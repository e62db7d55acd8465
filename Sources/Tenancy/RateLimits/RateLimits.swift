/// The bounds on rate limits and on what they remember.
public enum RateLimits {
    /// The rates that a limit may have, in permits per second.
    ///
    /// The slowest is one permit in eleven days; it is also where rounding a rate down still costs less than a
    /// thousandth of it.
    public static let ratesPerSecond: ClosedRange<Double> = 0.000_001...1_000_000_000

    /// The bursts that a limit may have, in permits.
    public static let bursts: ClosedRange<Int> = 1...1_000_000_000

    /// The buckets that a table holds unless told otherwise; some megabytes when all are in use.
    public static let buckets = 65_536

    /// How many buckets a newcomer looks at for one that may be dropped.
    static let probes = 16
}
