/// How a buffer is filled before the launch; `Tests/Fixtures/expectations/README.md` has the formulas.
struct FixtureFill: Decodable, Sendable {
    enum Kind: String, Decodable {
        case zero
        case marks
        case bits
        case below
        case whole
        case signed
        case positive
    }

    let kind: Kind
    let seed: UInt64?
    let span: Double?
    let bound: UInt64?
    /// Bits of the first elements, in hexadecimal; they replace what the kind says.
    let head: [String]?

    func bytes(type: FixtureType, count: Int) throws -> [UInt8] {
        let head = try (self.head ?? []).prefix(count).map { text in
            guard let bits = UInt64(text.dropFirst(2), radix: 16) else { throw FixtureFault.notHexadecimal(text) }
            return bits
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * type.width)
        for index in 0..<count {
            let bits = index < head.count ? head[index] : element(index, type: type)
            withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0.prefix(type.width)) }
        }
        return bytes
    }

    private func element(_ index: Int, type: FixtureType) -> UInt64 {
        let source = SplitMix(seed: seed ?? 0)
        switch kind {
        case .zero: return 0
        case .marks: return 0xFDFD_FDFD_FDFD_FDFD
        case .bits: return source[index] >> UInt64(64 - 8 * type.width)
        case .below: return source.below(bound ?? 0, at: index)
        case .whole:
            let value = Int64(source.below(bound ?? 0, at: index)) - Int64((bound ?? 0) / 2)
            return type.bits(exactly: Double(value))
        case .signed, .positive:
            guard let precision = type.precision, let span else { return 0 }
            let top = Int64(source[index] >> UInt64(64 - precision))
            let half = Int64(1) << Int64(precision - 1)
            // Products and quotients by powers of two: nothing is rounded.
            let value =
                kind == .signed
                ? Double(top - half) * (span / Double(half)) : Double(top + 1) * (span / Double(2 * half))
            return type.bits(exactly: value)
        }
    }
}
