extension ByteReader {
    /// An unsigned LEB128 integer of 32 bits: indices, counts and sizes.
    @inline(__always)
    mutating func unsigned32() throws(BinaryError) -> UInt32 {
        // Nearly all are one byte.
        if position < end, bytes[position] < 0x80 { return UInt32(try byte()) }
        return UInt32(truncatingIfNeeded: try unsigned(bits: 32))
    }

    /// An unsigned LEB128 integer of 64 bits.
    mutating func unsigned64() throws(BinaryError) -> UInt64 { try unsigned(bits: 64) }

    /// A signed LEB128 integer of 32 bits.
    mutating func signed32() throws(BinaryError) -> Int32 { Int32(truncatingIfNeeded: try signed(bits: 32)) }

    /// A signed LEB128 integer of 33 bits: a type index, or a negative one-byte code.
    mutating func signed33() throws(BinaryError) -> Int64 { try signed(bits: 33) }

    /// A signed LEB128 integer of 64 bits.
    mutating func signed64() throws(BinaryError) -> Int64 { try signed(bits: 64) }

    private mutating func unsigned(bits: Int) throws(BinaryError) -> UInt64 {
        let start = position
        var value: UInt64 = 0
        var shift = 0
        while true {
            let byte = try byte()
            let left = bits - shift
            if left < 7 {
                if byte & 0x80 != 0 { throw tooLong(start) }
                if byte >> UInt8(left) != 0 { throw tooLarge(start) }
            }
            value |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 { return value }
            shift += 7
        }
    }

    private mutating func signed(bits: Int) throws(BinaryError) -> Int64 {
        let start = position
        var value: Int64 = 0
        var shift = 0
        while true {
            let byte = try byte()
            let left = bits - shift
            if left < 7 {
                if byte & 0x80 != 0 { throw tooLong(start) }
                // The bits above the last one repeat the sign.
                let signs = byte >> UInt8(left - 1)
                if signs != 0 && signs != 0x7F >> UInt8(left - 1) { throw tooLarge(start) }
            }
            value |= Int64(byte & 0x7F) << Int64(shift)
            shift += 7
            guard byte & 0x80 == 0 else { continue }
            if shift < 64 && byte & 0x40 != 0 { value |= -1 << Int64(shift) }
            return value
        }
    }

    private func tooLong(_ start: Int) -> BinaryError {
        fault(.malformedInteger, "integer representation too long", at: start)
    }

    private func tooLarge(_ start: Int) -> BinaryError {
        fault(.malformedInteger, "integer too large", at: start)
    }
}
