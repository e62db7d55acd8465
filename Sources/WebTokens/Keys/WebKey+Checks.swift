import JWTKit

extension WebKey {
    private static let rsaAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"]

    /// The curves of ECDSA with the one algorithm each is for and the bytes of a coordinate (RFC 7518, 3.4 and 6.2).
    private static let curves: [String: (algorithm: String, bytes: Int)] = [
        "P-256": ("ES256", 32), "P-384": ("ES384", 48), "P-521": ("ES512", 66),
    ]

    /// The algorithms that signatures of this key may have; none when it is not for signatures or not for us.
    ///
    /// An RSA key that names no algorithm may have any of RSA's: large issuers leave it out.
    func checkedAlgorithms() throws(WebTokenFault.Code) -> [String] {
        guard type != "oct" else { throw .symmetricKey }
        guard !isPrivate else { throw .privateKey }
        if let algorithm, algorithm == "none" || algorithm.hasPrefix("HS") { throw .insecureAlgorithm }
        guard use == nil || use == "sig", operations?.contains("verify") != false else { return [] }
        let possible: [String]
        switch (type, curve) {
        case ("RSA", _): possible = Self.rsaAlgorithms
        case ("EC", let curve?): possible = Self.curves[curve].map { [$0.algorithm] } ?? []
        case ("OKP", "Ed25519"): possible = ["EdDSA"]
        case ("EC", nil), ("OKP", nil): throw .malformedKey
        default: possible = []
        }
        guard let algorithm else { return possible }
        guard !possible.contains(algorithm) else { return [algorithm] }
        let isOfAnotherType =
            Self.rsaAlgorithms.contains(algorithm) || algorithm == "EdDSA"
            || Self.curves.values.contains { $0.algorithm == algorithm }
        // An algorithm that is nobody's here is another use; one of another type is a mistake.
        guard !isOfAnotherType || possible.isEmpty else { throw .malformedKey }
        return []
    }

    /// The public part of the key, with its numbers checked for size; nil when they are not what the type requires.
    var publicPart: JWK? {
        switch type {
        case "RSA":
            guard let modulus, let exponent, let n = Base64URL.decode(modulus.utf8),
                let e = Base64URL.decode(exponent.utf8), WebTokenLimits.modulusBytes.contains(n.count),
                (1...WebTokenLimits.exponentBytes).contains(e.count)
            else { return nil }
            return .rsa(nil, identifier: nil, modulus: modulus, exponent: exponent)
        case "EC":
            guard let curve, let bytes = Self.curves[curve]?.bytes, let x, let y,
                Base64URL.decode(x.utf8)?.count == bytes, Base64URL.decode(y.utf8)?.count == bytes
            else { return nil }
            return .ecdsa(nil, identifier: nil, x: x, y: y, curve: ECDSACurve(rawValue: curve))
        case "OKP":
            guard let x, Base64URL.decode(x.utf8)?.count == 32 else { return nil }
            return .octetKeyPair(nil, identifier: nil, x: x, y: nil, curve: .ed25519)
        default:
            return nil
        }
    }
}
