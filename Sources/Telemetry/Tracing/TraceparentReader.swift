/// Reads the fields of a `traceparent` value off a stream of bytes.
struct TraceparentReader<Bytes: IteratorProtocol<UInt8>> {
    /// What follows the last field.
    enum Ending {
        case end
        case dash
        case other
    }

    private var bytes: Bytes

    init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    /// A number of exactly so many lower-case digits, at most 16.
    mutating func number(digits: Int) -> UInt64? {
        var number: UInt64 = 0
        for _ in 0..<digits {
            guard let byte = bytes.next(), let value = HexText.value(byte) else { return nil }
            number = number << 4 | value
        }
        return number
    }

    mutating func dash() -> Bool {
        ending() == .dash
    }

    mutating func ending() -> Ending {
        guard let byte = bytes.next() else { return .end }
        return byte == UInt8(ascii: "-") ? .dash : .other
    }
}
