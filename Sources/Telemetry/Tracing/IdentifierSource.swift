import Synchronization

/// Numbers that are unique, not secret.
///
/// Two counters run from seeds of the system's random generator, drawn once, and go through the finaliser of
/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014). The finaliser is a
/// bijection, so no word repeats within 2⁶⁴ draws, and 128 seeded bits keep processes apart. Whoever sees one number
/// can compute the next, so these must never serve as a token; in return there is no system call per number.
enum IdentifierSource {
    private static let draws = Atomic<UInt64>(0)
    private static let seeds: (UInt64, UInt64) = {
        var generator = SystemRandomNumberGenerator()
        return (generator.next(), generator.next())
    }()

    /// A non-zero 64-bit number.
    static func word() -> UInt64 {
        while true {
            let word = mixed(seeds.0 &+ nextStep())
            if word != 0 { return word }
        }
    }

    /// A non-zero 128-bit number.
    static func pair() -> (high: UInt64, low: UInt64) {
        while true {
            let step = nextStep()
            let pair = (high: mixed(seeds.0 &+ step), low: mixed(seeds.1 &- step))
            if pair.high | pair.low != 0 { return pair }
        }
    }

    private static func nextStep() -> UInt64 {
        // An odd step walks through all 2⁶⁴ values; this one, 2⁶⁴ divided by the golden ratio, spreads them.
        draws.wrappingAdd(1, ordering: .relaxed).newValue &* 0x9E37_79B9_7F4A_7C15
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
