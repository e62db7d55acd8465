/// The cooperative deadline: a launch that could hardly end in time is refused before it costs anything.
enum DeadlineMargin {
    private static let millisecond: UInt64 = 1_000_000

    /// All times in nanoseconds.
    /// - Throws: `launchFailed` when `deadline` is nearer than `margin`.
    static func check(_ deadline: UInt64, at now: UInt64, margin: UInt64) throws(ComputeError) {
        let left = deadline > now ? deadline - now : 0
        guard left < margin else { return }
        let distance = left == 0 ? "has passed" : "is in \(left / millisecond) ms"
        let needed = margin / millisecond + (margin % millisecond == 0 ? 0 : 1)
        throw ComputeError(
            .launchFailed, "the call's deadline \(distance); a launch needs at least \(needed) ms")
    }
}
