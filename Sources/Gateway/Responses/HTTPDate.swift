import Glibc
import Synchronization

/// The `Date` field of answers, made once a second (IMF-fixdate, RFC 9110 section 5.6.7).
enum HTTPDate {
    private static let cached = Mutex((second: 0, text: ""))

    static func now() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &time)
        return cached.withLock { cached in
            if cached.second != time.tv_sec { cached = (time.tv_sec, text(of: time.tv_sec)) }
            return cached.text
        }
    }

    /// - Parameter second: since 1970, in UTC.
    static func text(of second: Int) -> String {
        var second = second
        var parts = tm()
        gmtime_r(&second, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(twoDigits).joined(separator: ":")
        let date = "\(twoDigits(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900)"
        return "\(days[Int(parts.tm_wday)]), \(date) \(clock) GMT"
    }

    private static func twoDigits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
