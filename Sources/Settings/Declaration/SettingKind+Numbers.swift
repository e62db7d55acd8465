extension SettingKind<Int> {
    /// A count of `unit`.
    static func count(of unit: String, in range: ClosedRange<Int>) -> Self {
        SettingKind(
            name: "integer", unit: unit, allowed: "\(range.lowerBound) … \(range.upperBound)",
            parse: { (text) throws(ValueFault) in try wholeNumber(text, in: range) },
            format: { "\($0)" })
    }

    /// A size in bytes, with or without a binary suffix.
    static func bytes(in range: ClosedRange<Int>) -> Self {
        SettingKind(
            name: "size", unit: "bytes",
            allowed: "\(ByteCount.format(range.lowerBound)) … \(ByteCount.format(range.upperBound))",
            parse: { (text) throws(ValueFault) in
                let bytes = try ByteCount.parse(text)
                guard range.contains(bytes) else { throw .outOfRange }
                return bytes
            },
            format: { ByteCount.format($0) })
    }

    fileprivate static func wholeNumber(_ text: String, in range: ClosedRange<Int>) throws(ValueFault) -> Int {
        guard DecimalNumber.isWellFormed(text) else {
            throw .malformed("is not a whole number; write decimal digits only")
        }
        guard let number = DecimalNumber.parse(text), range.contains(number) else { throw .outOfRange }
        return number
    }
}

extension SettingKind<Duration> {
    /// A time span in whole milliseconds.
    static func milliseconds(in range: ClosedRange<Int>) -> Self {
        span(unit: "milliseconds", perSecond: 1000, in: range)
    }

    /// A time span in whole seconds.
    static func seconds(in range: ClosedRange<Int>) -> Self {
        span(unit: "seconds", perSecond: 1, in: range)
    }

    /// A time span in whole hours.
    static func hours(in range: ClosedRange<Int>) -> Self {
        SettingKind(
            name: "integer", unit: "hours", allowed: "\(range.lowerBound) … \(range.upperBound)",
            parse: { (text) throws(ValueFault) in .seconds(try SettingKind<Int>.wholeNumber(text, in: range) * 3_600) },
            format: { "\($0.components.seconds / 3_600)" })
    }

    private static func span(unit: String, perSecond: Int64, in range: ClosedRange<Int>) -> Self {
        let attoseconds = 1_000_000_000_000_000_000 / perSecond
        return SettingKind(
            name: "integer", unit: unit, allowed: "\(range.lowerBound) … \(range.upperBound)",
            parse: { (text) throws(ValueFault) in
                let (seconds, rest) = Int64(try SettingKind<Int>.wholeNumber(text, in: range))
                    .quotientAndRemainder(dividingBy: perSecond)
                return Duration(secondsComponent: seconds, attosecondsComponent: rest * attoseconds)
            },
            format: { span in
                let (seconds, rest) = span.components
                return "\(seconds * perSecond + rest / attoseconds)"
            })
    }
}
