/// A point on the clock of a fair queue, which advances by one unit when a tenant of weight 1 has had its share once.
///
/// The sequence number decides between equal points: first come, first served.
struct VirtualTime: Comparable, Sendable {
    /// One unit. At a million turns a second and a total weight of 1 the clock lasts for millions of years, and at a
    /// total weight of 2³⁰ a turn is still 2³⁰ steps, so that rounding is no matter.
    static let unit: UInt128 = 1 << 60

    var point: UInt128
    var sequence: UInt64

    /// What a turn costs a tenant of that weight.
    static func cost(weight: Int) -> UInt128 { unit / UInt128(weight) }

    /// What a turn advances the clock by when tenants of that total weight compete. Rounded up: a tenant that comes
    /// a step too early is served in its order all the same, one that comes a step too late loses a turn.
    static func progress(totalWeight: Int) -> UInt128 {
        (unit + UInt128(totalWeight) - 1) / UInt128(totalWeight)
    }

    static func < (left: VirtualTime, right: VirtualTime) -> Bool {
        (left.point, left.sequence) < (right.point, right.sequence)
    }
}
