extension WebTokenFault {
    /// The stable kind of a ``WebTokenFault``.
    public struct Code: Error, RawRepresentable, Sendable, Hashable {
        /// The code's name, in snake case.
        public let rawValue: String

        /// Makes a code of a name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A key set larger than ``WebTokenLimits/keySetBytes``.
        public static let keySetTooLarge = Code(rawValue: "key_set_too_large")
        /// Not a JSON object with an array `keys`.
        public static let malformedKeySet = Code(rawValue: "malformed_key_set")
        /// More than ``WebTokenLimits/keys`` keys.
        public static let tooManyKeys = Code(rawValue: "too_many_keys")
        /// No key of the set can verify a signature.
        public static let noUsableKey = Code(rawValue: "no_usable_key")
        /// A key that is not what its own type requires.
        public static let malformedKey = Code(rawValue: "malformed_key")
        /// A key of the type `oct`: whoever can verify with it can also sign.
        public static let symmetricKey = Code(rawValue: "symmetric_key")
        /// A key with its private part, which belongs to the issuer only.
        public static let privateKey = Code(rawValue: "private_key")
        /// A key for `none` or for a symmetric algorithm.
        public static let insecureAlgorithm = Code(rawValue: "insecure_algorithm")
        /// A key without `kid` in a set of several.
        public static let keyWithoutID = Code(rawValue: "key_without_id")
        /// A key whose `kid` an earlier key has too.
        public static let duplicateKeyID = Code(rawValue: "duplicate_key_id")

        /// A token longer than ``WebTokenLimits/tokenBytes``.
        public static let tokenTooLong = Code(rawValue: "token_too_long")
        /// Not a signed token in compact form, or a header that is not one.
        public static let malformedToken = Code(rawValue: "malformed_token")
        /// The header has `crit`: extensions that must be understood, and none is.
        public static let criticalExtension = Code(rawValue: "critical_extension")
        /// The header names no key, or one that is not in the set.
        public static let unknownKey = Code(rawValue: "unknown_key")
        /// The header's algorithm is not the key's.
        public static let wrongAlgorithm = Code(rawValue: "wrong_algorithm")
        /// The signature is not the key's over this token.
        public static let wrongSignature = Code(rawValue: "wrong_signature")
        /// The claims are not a JSON object, or one of them has the wrong type.
        public static let malformedClaims = Code(rawValue: "malformed_claims")
        /// No claim `exp`.
        public static let missingExpiry = Code(rawValue: "missing_expiry")
        /// The time in `exp` has come.
        public static let expired = Code(rawValue: "expired")
        /// The time in `nbf` has not come.
        public static let notYetValid = Code(rawValue: "not_yet_valid")
        /// The configured audience is not in `aud`.
        public static let wrongAudience = Code(rawValue: "wrong_audience")
        /// The configured issuer is not `iss`.
        public static let wrongIssuer = Code(rawValue: "wrong_issuer")
        /// No claim `tenants`, or not `"*"` or an array of 1 … ``WebTokenLimits/tenants`` tenant ids.
        public static let invalidTenants = Code(rawValue: "invalid_tenants")

        var reason: String { Self.reasons[self] ?? rawValue }

        private static let reasons: [Code: String] = [
            .keySetTooLarge: "the key set is larger than \(WebTokenLimits.keySetBytes) bytes",
            .malformedKeySet: "the key set is not a JSON object with an array keys",
            .tooManyKeys: "the key set has more than \(WebTokenLimits.keys) keys",
            .noUsableKey: "the key set has no key that verifies signatures",
            .malformedKey: "the key is malformed",
            .symmetricKey: "a symmetric key can sign as well as verify and is refused",
            .privateKey: "the key has its private part, which does not belong here",
            .insecureAlgorithm: "the key is for no algorithm or for a symmetric one",
            .keyWithoutID: "the key needs a kid, because it is not the only one",
            .duplicateKeyID: "an earlier key has the same kid",
            .tokenTooLong: "the token is longer than \(WebTokenLimits.tokenBytes) bytes",
            .malformedToken: "the token is malformed",
            .criticalExtension: "the token requires extensions",
            .unknownKey: "the token is not signed with a known key",
            .wrongAlgorithm: "the token's algorithm is not the key's",
            .wrongSignature: "the token's signature is wrong",
            .malformedClaims: "the token's claims are malformed",
            .missingExpiry: "the token does not say when it expires",
            .expired: "the token has expired",
            .notYetValid: "the token is not valid yet",
            .wrongAudience: "the token is for somebody else",
            .wrongIssuer: "the token is from somebody else",
            .invalidTenants: "the token's tenants are missing or malformed",
        ]
    }
}
