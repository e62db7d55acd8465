extension ByteWriter {
    /// The shortest unsigned LEB128 form.
    mutating func unsigned(_ value: UInt64) {
        var value = value
        while value >= 0x80 {
            append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        append(UInt8(truncatingIfNeeded: value))
    }

    /// The shortest unsigned LEB128 form of an index.
    @inline(__always)
    mutating func index(_ value: UInt32) {
        if value < 0x80 { append(UInt8(truncatingIfNeeded: value)) } else { unsigned(UInt64(value)) }
    }

    /// The shortest unsigned LEB128 form of a count.
    mutating func unsigned(_ value: Int) { unsigned(UInt64(value)) }

    /// The shortest signed LEB128 form.
    mutating func signed(_ value: Int64) {
        var value = value
        while !(-64...63).contains(value) {
            append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        append(UInt8(truncatingIfNeeded: value) & 0x7F)
    }

    /// A little-endian integer of fixed width.
    mutating func fixedWidth(_ value: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: 0, to: type(of: value).bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
