/// The approximate functions of PTX, computed in binary64 and rounded once to binary32.
///
/// Polynomials are Taylor series over a reduced range, written out with plain multiplications and additions, so that
/// every device of ours gives the same bits. Errors stay far below the bounds that PTX documents: each is within one
/// unit in the last place of binary32, `sine` and `cosine` for arguments up to 2²⁰.
enum ApproximateFunctions {
    private static let logarithmOf2 = 0.693147180559945309417232121458
    private static let halfPi = 1.57079632679489661923132169164
    /// π/2 − `halfPi`: what the binary64 constant lacks.
    private static let halfPiRest = 6.12323399573676588613032966137e-17

    /// 2ˣ.
    @inline(__always)
    static func exponential2(_ x: Float) -> Float {
        if x != x { return .canonicalNaN }
        return Float(exponential2(Double(max(-200, min(200, x)))))
    }

    /// 2ˣ for |x| ≤ 1000.
    @inline(__always)
    static func exponential2(_ x: Double) -> Double {
        let whole = x.rounded(.toNearestOrEven)
        let r = (x - whole) * logarithmOf2
        var sum = 1.0 / 3_628_800
        sum = sum * r + 1.0 / 362_880
        sum = sum * r + 1.0 / 40_320
        sum = sum * r + 1.0 / 5_040
        sum = sum * r + 1.0 / 720
        sum = sum * r + 1.0 / 120
        sum = sum * r + 1.0 / 24
        sum = sum * r + 1.0 / 6
        sum = sum * r + 0.5
        sum = sum * r + 1
        sum = sum * r + 1
        return sum * Double(bitPattern: UInt64(bitPattern: Int64(whole) &+ 1023) << 52)
    }

    /// The binary logarithm.
    @inline(__always)
    static func logarithm2(_ x: Float) -> Float {
        if x != x || x < 0 { return .canonicalNaN }
        if x == 0 { return -.infinity }
        if x == .infinity { return x }
        let bits = Double(x).bitPattern
        var exponent = Int64(bits >> 52) - 1023
        var m = Double(bitPattern: (bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000)
        if m > 1.41421356237309504880 {
            m *= 0.5
            exponent += 1
        }
        // ln m = 2 artanh s, and |s| ≤ 0.172.
        let s = (m - 1) / (m + 1)
        let q = s * s
        var sum = 1.0 / 15
        sum = sum * q + 1.0 / 13
        sum = sum * q + 1.0 / 11
        sum = sum * q + 1.0 / 9
        sum = sum * q + 1.0 / 7
        sum = sum * q + 1.0 / 5
        sum = sum * q + 1.0 / 3
        sum = sum * q + 1
        return Float(Double(exponent) + 2 * s * sum / logarithmOf2)
    }

    @inline(__always)
    static func sine(_ x: Float) -> Float { circular(x, quarterTurns: 0) }

    @inline(__always)
    static func cosine(_ x: Float) -> Float { circular(x, quarterTurns: 1) }

    private static func circular(_ x: Float, quarterTurns: Int64) -> Float {
        guard x.isFinite else { return .canonicalNaN }
        let value = Double(x)
        let turns = (value / halfPi).rounded(.toNearestOrEven)
        let r = (value - turns * halfPi) - turns * halfPiRest
        let quarter = (Int64(exactly: turns) ?? 0) &+ quarterTurns
        let q = r * r
        let result = quarter & 1 == 0 ? r * sineSeries(q) : cosineSeries(q)
        // −0 and the smallest values go through unchanged.
        if quarterTurns == 0, turns == 0, x.magnitude < 1e-4 { return x }
        return Float(quarter & 2 == 0 ? result : -result)
    }

    /// sin r / r for r² = q, |r| ≤ π/4.
    @inline(__always)
    private static func sineSeries(_ q: Double) -> Double {
        var sum = -1.0 / 39_916_800
        sum = sum * q + 1.0 / 362_880
        sum = sum * q - 1.0 / 5_040
        sum = sum * q + 1.0 / 120
        sum = sum * q - 1.0 / 6
        return sum * q + 1
    }

    /// cos r for r² = q, |r| ≤ π/4.
    @inline(__always)
    private static func cosineSeries(_ q: Double) -> Double {
        var sum = 1.0 / 479_001_600
        sum = sum * q - 1.0 / 3_628_800
        sum = sum * q + 1.0 / 40_320
        sum = sum * q - 1.0 / 720
        sum = sum * q + 1.0 / 24
        sum = sum * q - 0.5
        return sum * q + 1
    }

    /// The hyperbolic tangent.
    @inline(__always)
    static func hyperbolicTangent(_ x: Float) -> Float {
        if x != x { return .canonicalNaN }
        // Below, x − x³/3 rounds to x.
        if x.magnitude < 2e-4 { return x }
        let power = exponential2(2 * Double(min(x.magnitude, 20)) / logarithmOf2)
        let result = Float((power - 1) / (power + 1))
        return x < 0 ? -result : result
    }

    /// 1 / √x.
    @inline(__always)
    static func reciprocalSquareRoot(_ x: Float) -> Float {
        x == 0 ? Float(signOf: x, magnitudeOf: .infinity) : Float(1 / Double(x).squareRoot())
    }

    @inline(__always)
    static func reciprocalSquareRoot(_ x: Double) -> Double {
        x == 0 ? Double(signOf: x, magnitudeOf: .infinity) : 1 / x.squareRoot()
    }
}
