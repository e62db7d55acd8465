import JWTKit

/// A key that signatures are checked with, and the algorithms it may be used with.
struct VerificationKey: Sendable {
    let id: String?
    private let algorithms: [String: any JWTAlgorithm]

    /// Makes a key of what a set says; nil when it is a key for something else.
    init?(_ key: WebKey) async throws(WebTokenFault.Code) {
        let names = try key.checkedAlgorithms()
        guard !names.isEmpty else { return nil }
        guard var part = key.publicPart else { throw .malformedKey }
        // The collection wants a name. With one key in it, it cannot fall back on another.
        let only = JWKIdentifier(string: "only")
        part.keyIdentifier = only
        var algorithms: [String: any JWTAlgorithm] = [:]
        for name in names {
            part.algorithm = JWK.Algorithm(rawValue: name)
            guard let algorithm = try? await JWTKeyCollection().add(jwk: part).getKey(for: only, alg: name),
                algorithm.name == name
            else { throw .malformedKey }
            algorithms[name] = algorithm
        }
        self.algorithms = algorithms
        id = key.id
    }

    /// Checks a signature with the algorithm that the token names, which must be one of the key's.
    func verify(_ token: CompactToken, algorithm name: String) throws(WebTokenFault) {
        guard let algorithm = algorithms[name] else { throw WebTokenFault(.wrongAlgorithm) }
        // A signature of the wrong length is an error to some algorithms and just wrong to others.
        guard (try? algorithm.verify(token.signature, signs: token.signed)) == true else {
            throw WebTokenFault(.wrongSignature)
        }
    }
}
