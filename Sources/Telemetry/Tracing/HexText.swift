/// Lower-case hexadecimal text of fixed width.
enum HexText {
    static func digit(_ nibble: UInt64) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: nibble & 0xF)
        return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
    }

    /// The value of a lower-case digit; upper case is not accepted, as W3C Trace Context demands.
    static func value(_ digit: UInt8) -> UInt64? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
        default: nil
        }
    }

    /// The 32 digits of a 128-bit number.
    static func digits(_ high: UInt64, _ low: UInt64) -> InlineArray<32, UInt8> {
        InlineArray { index in
            let word = index < 16 ? high : low
            return digit(word >> UInt64(60 - 4 * (index & 15)))
        }
    }

    static func string(_ high: UInt64, _ low: UInt64) -> String {
        // One id is printed for each request: writing the digits into the string's own storage saves a copy and the
        // validation of bytes that are ASCII by construction. Exactly 32 bytes are asked for, written and reported.
        String(unsafeUninitializedCapacity: 32) { buffer in
            for index in 0..<16 {
                buffer[index] = digit(high >> UInt64(60 - 4 * index))
                buffer[index + 16] = digit(low >> UInt64(60 - 4 * index))
            }
            return 32
        }
    }

    static func string(_ word: UInt64) -> String {
        // As above, for 16 digits.
        String(unsafeUninitializedCapacity: 16) { buffer in
            for index in 0..<16 {
                buffer[index] = digit(word >> UInt64(60 - 4 * index))
            }
            return 16
        }
    }
}
