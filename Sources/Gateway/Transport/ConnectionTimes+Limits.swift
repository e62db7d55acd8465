import NIOCore
import Settings

extension ConnectionTimes {
    init(_ limits: Settings.Limits, now: NIODeadline) {
        self.init(
            readLimit: TimeAmount(limits.requestRead), idleLimit: TimeAmount(limits.idleConnection), now: now)
    }
}
