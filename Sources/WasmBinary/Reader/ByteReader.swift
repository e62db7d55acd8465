/// Walks over bytes from front to back. Nothing is read before it is known to be there.
struct ByteReader {
    /// The bytes; their indices are places in the whole input, so that errors name those.
    let bytes: ArraySlice<UInt8>
    let limits: BinaryLimits
    /// The next byte to read.
    private(set) var position: Int
    /// The place behind the last byte that may be read.
    let end: Int

    init(_ bytes: ArraySlice<UInt8>, limits: BinaryLimits) {
        self.bytes = bytes
        self.limits = limits
        position = bytes.startIndex
        end = bytes.endIndex
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { position == end }

    /// How many bytes are left.
    var remaining: Int { end - position }

    /// An error at the next byte, or at `offset`.
    func fault(_ code: BinaryError.Code, _ message: String, at offset: Int? = nil) -> BinaryError {
        BinaryError(code, message, at: offset ?? position)
    }

    @inline(__always)
    mutating func byte() throws(BinaryError) -> UInt8 {
        guard position < end else { throw fault(.unexpectedEnd, "unexpected end") }
        let byte = bytes[position]
        position += 1
        return byte
    }

    /// The next byte without going past it.
    func peek() throws(BinaryError) -> UInt8 {
        guard position < end else { throw fault(.unexpectedEnd, "unexpected end") }
        return bytes[position]
    }

    /// That many bytes, shared with the input.
    mutating func take(_ count: Int) throws(BinaryError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= remaining else {
            throw fault(.unexpectedEnd, "unexpected end: \(count) bytes wanted, \(remaining) left")
        }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// A reader of the next `count` bytes only; this one goes on behind them.
    mutating func part(_ count: Int) throws(BinaryError) -> ByteReader {
        ByteReader(try take(count), limits: limits)
    }

    /// Everything must have been read.
    func finish(_ what: String) throws(BinaryError) {
        guard isAtEnd else { throw fault(.sizeMismatch, "\(what) is longer than its contents") }
    }

    /// A little-endian integer of fixed width.
    mutating func fixedWidth<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type
    ) throws(BinaryError) -> Value {
        let bytes = try take(Value.bitWidth / 8)
        var value: Value = 0
        for byte in bytes.reversed() { value = value << 8 | Value(byte) }
        return value
    }
}
