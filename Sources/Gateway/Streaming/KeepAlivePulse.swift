import NIOCore

/// Decides when a stream has been silent for so long that its connection needs a sign of life. A plain value: times
/// come from outside.
struct KeepAlivePulse {
    let interval: TimeAmount
    private var lastSign: NIODeadline

    init(interval: TimeAmount, now: NIODeadline) {
        self.interval = interval
        lastSign = now
    }

    /// Something was written.
    mutating func wrote(now: NIODeadline) { lastSign = max(lastSign, now) }

    /// To be asked at the time of the last answer, the first time one interval after the start.
    /// - Returns: whether a sign is due, which counts as given, and when to ask again.
    mutating func judge(now: NIODeadline) -> (isDue: Bool, next: NIODeadline) {
        guard now >= lastSign + interval else { return (false, lastSign + interval) }
        lastSign = now
        return (true, now + interval)
    }
}
