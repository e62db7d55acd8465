/// An entry while it is read, piece by piece between commas.
struct TokenEntryDraft {
    private enum Scope {
        case absent
        case wildcard
        case ids([TenantID])
    }

    private let digest: TokenDigest
    private var scope: Scope

    /// Reads the first piece of an entry, which has no white space at its ends.
    init(_ piece: ArraySlice<UInt8>) throws(TokenFault.Code) {
        guard !piece.isEmpty else { throw .emptyEntry }
        var rest = piece
        let token = rest.takePiece(before: 0x3A)
        if (token ?? piece).elementsEqual("sha256".utf8) {
            let digits = token == nil ? [] : rest.takePiece(before: 0x3A)
            guard let digest = TokenDigest(hex: digits ?? rest) else { throw .invalidDigest }
            self.digest = digest
            scope = digits == nil ? .absent : try Self.scope(rest)
        } else {
            digest = try Self.digest(of: token ?? piece)
            scope = token == nil ? .absent : try Self.scope(rest)
        }
    }

    /// Whether a number that follows is another id of this entry's scope.
    var isScoped: Bool {
        if case .absent = scope { false } else { true }
    }

    /// The entry as far as it is read.
    var entry: TokenEntry {
        switch scope {
        case .absent: TokenEntry(digest: digest, scope: .all, isScoped: false)
        case .wildcard: TokenEntry(digest: digest, scope: .all, isScoped: true)
        case .ids(let ids): TokenEntry(digest: digest, scope: TenantScope(only: ids), isScoped: true)
        }
    }

    /// Reads a further piece, which must be an id of the entry's scope.
    mutating func append(_ piece: ArraySlice<UInt8>) throws(TokenFault.Code) {
        guard !piece.isEmpty else { throw .emptyEntry }
        switch scope {
        case .absent: throw .severalEntries
        case .wildcard: throw .idsAfterWildcard
        case .ids(var ids):
            guard ids.count < TokenLimits.tenantsPerScope else { throw .tooManyTenants }
            // Taken out of the scope first, so that the array is not copied for each id.
            scope = .absent
            ids.append(try Self.tenant(piece))
            scope = .ids(ids)
        }
    }

    private static func digest(of token: ArraySlice<UInt8>) throws(TokenFault.Code) -> TokenDigest {
        guard !token.isEmpty else { throw .emptyToken }
        guard token.allSatisfy(\.isTokenByte) else { throw .invalidToken }
        guard !isStrayScope(token) else { throw .strayScope }
        guard token.count <= TokenLimits.tokenBytes else { throw .tokenTooLong }
        return TokenDigest(of: Array(token))
    }

    /// Whether it looks like a piece of a scope that a wrong separator cut off.
    ///
    /// Read as a token it would let in everybody who guesses it, for every tenant.
    private static func isStrayScope(_ token: ArraySlice<UInt8>) -> Bool {
        let unsigned = token.first == 0x2B || token.first == 0x2D ? token.dropFirst() : token
        return unsigned.allSatisfy(\.isDigit) || token.elementsEqual("*".utf8) || token.dropping("tenant=") != nil
    }

    private static func scope(_ suffix: ArraySlice<UInt8>) throws(TokenFault.Code) -> Scope {
        guard let value = suffix.dropping("tenant=") else { throw .unknownSuffix }
        guard !value.isEmpty else { throw .emptyScope }
        return value.elementsEqual("*".utf8) ? .wildcard : .ids([try tenant(value)])
    }

    private static func tenant(_ text: ArraySlice<UInt8>) throws(TokenFault.Code) -> TenantID {
        guard text.isDigitsOnly else { throw .invalidTenant }
        var value: UInt64 = 0
        for byte in text {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt64(byte - 0x30))
            guard !overflow, !carry else { throw .tenantOutOfRange }
            value = sum
        }
        return TenantID(value)
    }
}
