import CLanes

/// The rounding direction of this thread's floating-point unit.
enum RoundingMode {
    /// Computes with another direction; to nearest, which is nearly always, costs nothing.
    @inline(__always)
    static func with(_ rounding: Rounding, _ body: () -> Void) {
        if rounding == .nearest { return body() }
        set(rounding)
        body()
        set(.nearest)
    }

    /// Not inlined: the computation must stay between the two calls.
    @inline(never)
    private static func set(_ rounding: Rounding) {
        switch rounding {
        case .nearest: tw_set_rounding(TW_ROUND_NEAREST)
        case .towardZero: tw_set_rounding(TW_ROUND_TOWARD_ZERO)
        case .down: tw_set_rounding(TW_ROUND_DOWN)
        case .up: tw_set_rounding(TW_ROUND_UP)
        }
    }
}
