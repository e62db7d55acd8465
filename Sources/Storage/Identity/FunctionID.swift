/// The identity of a deployed function.
public struct FunctionID: RandomIdentity {
    /// The first eight bytes, most significant first.
    public let high: UInt64

    /// The last eight bytes, most significant first.
    public let low: UInt64

    /// Makes an identity of its bytes; new ones come from ``random()``.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}
