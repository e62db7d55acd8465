/// Numbers.
extension JSONWriter {
    /// Appends an integer without a detour through a string.
    mutating func writeInteger(magnitude: UInt64, isNegative: Bool) {
        // A sign and the twenty digits of 2⁶⁴ − 1.
        var digits = InlineArray<21, UInt8>(repeating: 0)
        var first = digits.count
        var rest = magnitude
        repeat {
            first -= 1
            digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        if isNegative {
            first -= 1
            digits[first] = UInt8(ascii: "-")
        }
        append(digits.span.extracting(first..<digits.count))
    }

    /// Appends a floating-point number given by its description, which the standard library promises to be the
    /// shortest that reads back as the same value, and which for finite values is always a JSON number.
    mutating func writeFloatingPoint(_ description: String, isFinite: Bool, isNaN: Bool, isNegative: Bool) {
        if isFinite {
            append(description.utf8.span)
        } else if isNaN {
            append("\"NaN\"")
        } else {
            append(isNegative ? "\"-Infinity\"" : "\"Infinity\"")
        }
    }
}
