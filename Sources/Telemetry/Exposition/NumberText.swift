/// Numbers in a metrics page.
///
/// The formats take what Go's `ParseFloat` takes. OpenMetrics wants bounds and quantiles in one canonical shape with
/// a decimal point (`1.0`); the older format is customarily written without (`1`), and selectors on `le` rely on it.
/// Source: OpenMetrics 1.0.0, section 4.2.2 (numbers) and "Considerations: Canonical Numbers".
enum NumberText {
    static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        let start = bytes.count
        var rest = value
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    static func append(_ value: Int64, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        append(value.magnitude, to: &bytes)
    }

    /// The shortest decimal text that reads back as the same number.
    static func append(_ value: Double, format: ExpositionFormat, to bytes: inout [UInt8]) {
        if value.isNaN {
            bytes.append(contentsOf: "NaN".utf8)
        } else if value.isInfinite {
            bytes.append(contentsOf: (value < 0 ? "-Inf" : "+Inf").utf8)
        } else {
            let text = value.description
            let isPlainInteger = format == .prometheusText && text.hasSuffix(".0")
            bytes.append(contentsOf: text.utf8.dropLast(isPlainInteger ? 2 : 0))
        }
    }

    /// Nanoseconds as seconds, digit by digit: going through `Double` would print rounding noise.
    static func appendSeconds(nanoseconds: UInt64, to bytes: inout [UInt8]) {
        append(nanoseconds / 1_000_000_000, to: &bytes)
        var fraction = nanoseconds % 1_000_000_000
        guard fraction > 0 else { return }
        var digits = 9
        while fraction.isMultiple(of: 10) {
            fraction /= 10
            digits -= 1
        }
        bytes.append(UInt8(ascii: "."))
        let start = bytes.count
        append(fraction, to: &bytes)
        let written = bytes.count - start
        bytes.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits - written), at: start)
    }
}
