/// Elements of a buffer whose values after the launch are known.
struct FixtureSpan: Decodable, Sendable {
    /// The first element and how many follow.
    let start: Int
    let count: Int
    /// Where the expected values begin in the case's data, in bytes.
    let offset: Int
    /// The largest difference allowed, plus `relative` times the expected magnitude. Without both, bits must be equal.
    let absolute: Double?
    let relative: Double?

    var isExact: Bool { absolute == nil && relative == nil }

    func allows(_ difference: Double, from expected: Double) -> Bool {
        difference <= (absolute ?? 0) + (relative ?? 0) * expected.magnitude
    }
}
