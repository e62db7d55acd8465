/// Four words that fill from the most significant bit on.
struct DigestWords {
    private(set) var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// Moves everything up and puts the `bits` lowest bits of `value` in; `bits` is below 64.
    mutating func append(_ value: UInt64, bits: UInt64) {
        words.0 = words.0 << bits | words.1 >> (64 - bits)
        words.1 = words.1 << bits | words.2 >> (64 - bits)
        words.2 = words.2 << bits | words.3 >> (64 - bits)
        words.3 = words.3 << bits | value
    }
}
