extension TokenFault {
    /// The stable kind of a ``TokenFault``.
    public struct Code: Error, RawRepresentable, Sendable, Hashable {
        /// The code's name, in snake case.
        public let rawValue: String

        /// Makes a code of a name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Nothing between two commas, or an empty list.
        public static let emptyEntry = Code(rawValue: "empty_entry")
        /// A scope without a token before it.
        public static let emptyToken = Code(rawValue: "empty_token")
        /// White space, a control byte or a byte outside ASCII within a token.
        public static let invalidToken = Code(rawValue: "invalid_token")
        /// A token longer than ``TokenLimits/tokenBytes``.
        public static let tokenTooLong = Code(rawValue: "token_too_long")
        /// A number, `*` or `tenant=…` where a token is expected: most likely a piece of a scope.
        public static let strayScope = Code(rawValue: "stray_scope")
        /// `sha256` without its digest, or with something else in its place.
        public static let invalidDigest = Code(rawValue: "invalid_digest")
        /// Something other than `tenant=` after the token's colon.
        public static let unknownSuffix = Code(rawValue: "unknown_suffix")
        /// `tenant=` and nothing after it.
        public static let emptyScope = Code(rawValue: "empty_scope")
        /// A tenant id that is not a plain decimal number.
        public static let invalidTenant = Code(rawValue: "invalid_tenant")
        /// A tenant id that does not fit 64 bits.
        public static let tenantOutOfRange = Code(rawValue: "tenant_out_of_range")
        /// Ids after the scope of every tenant.
        public static let idsAfterWildcard = Code(rawValue: "ids_after_wildcard")
        /// More than ``TokenLimits/tenantsPerScope`` ids in a scope.
        public static let tooManyTenants = Code(rawValue: "too_many_tenants")
        /// A comma after an entry without a scope, in a file.
        public static let severalEntries = Code(rawValue: "several_entries")
        /// A token that an earlier entry has too, as text or as digest.
        public static let duplicateToken = Code(rawValue: "duplicate_token")
        /// More than ``TokenLimits/entries`` entries.
        public static let tooManyEntries = Code(rawValue: "too_many_entries")
        /// A list or file longer than ``TokenLimits/listBytes``.
        public static let listTooLong = Code(rawValue: "list_too_long")

        var reason: String { Self.reasons[self] ?? rawValue }

        private static let reasons: [Code: String] = [
            .emptyEntry: "the entry is empty",
            .emptyToken: "the token is empty",
            .invalidToken: "the token has a byte that is not visible ASCII",
            .tokenTooLong: "the token is longer than \(TokenLimits.tokenBytes) bytes",
            .strayScope: "a token is expected, not a part of a scope",
            .invalidDigest: "sha256: must be followed by exactly \(TokenLimits.digestDigits) hexadecimal digits",
            .unknownSuffix: "only tenant= may follow the token's colon",
            .emptyScope: "the scope is empty",
            .invalidTenant: "a tenant must be * or an unsigned decimal number",
            .tenantOutOfRange: "a tenant's number must fit 64 bits",
            .idsAfterWildcard: "the scope * has no further tenants",
            .tooManyTenants: "a scope has at most \(TokenLimits.tenantsPerScope) tenants",
            .severalEntries: "a line has one entry, and only its scope has commas",
            .duplicateToken: "the token is in the list already",
            .tooManyEntries: "there are more than \(TokenLimits.entries) entries",
            .listTooLong: "the list is longer than \(TokenLimits.listBytes) bytes",
        ]
    }
}
