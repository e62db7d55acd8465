extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    /// Whether a name can begin with the byte, `%` aside.
    var beginsName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "_"), UInt8(ascii: "$"): true
        default: false
        }
    }

    /// Whether a name can go on with the byte.
    var continuesName: Bool { beginsName || isDigit }

    /// The value of a hexadecimal digit.
    var hexDigitValue: UInt64? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(self - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(self - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(self - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    var isSpace: Bool {
        switch self {
        // Tab, line feed, vertical tab, form feed, carriage return.
        case UInt8(ascii: " "), 0x09...0x0D: true
        default: false
        }
    }

    /// Whether the byte means nothing outside comments and strings.
    var isForeign: Bool { self >= 0x7F || (self < 0x20 && !isSpace) }
}
