/// Sixteen bytes: a vector constant, or the lanes that a shuffle picks.
public struct Vector128: Sendable, Hashable {
    /// Bytes 0 through 7, little-endian.
    public var low: UInt64
    /// Bytes 8 through 15, little-endian.
    public var high: UInt64

    /// A vector of two halves.
    public init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// The byte at a place, 0 through 15.
    public subscript(_ place: Int) -> UInt8 {
        precondition((0..<16).contains(place), "a vector has bytes 0 through 15")
        return UInt8(truncatingIfNeeded: (place < 8 ? low : high) >> UInt64(place % 8 * 8))
    }
}
