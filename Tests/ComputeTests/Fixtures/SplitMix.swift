/// The generator of the fixtures' inputs: SplitMix64, each word reached by its index.
struct SplitMix {
    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    let seed: UInt64

    /// Word `index`, counted from 0.
    subscript(index: Int) -> UInt64 {
        var word = seed &+ (UInt64(index) &+ 1) &* Self.step
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// A whole number in `0..<bound` from word `index`.
    func below(_ bound: UInt64, at index: Int) -> UInt64 { ((self[index] >> 32) &* bound) >> 32 }
}
