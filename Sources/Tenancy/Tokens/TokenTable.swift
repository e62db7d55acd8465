/// The tokens that the operator gave out, as digests: an immutable value that a reload replaces as a whole.
///
/// ```swift
/// let table = try TokenTable.parse(list: "s3cret:tenant=1,2,sha256:9f86…:tenant=*")
/// let caller = table.principal(of: "s3cret".utf8)  // scope 1,2
/// ```
public struct TokenTable: Sendable {
    private let entries: [TokenEntry]

    /// The digests of `entries`, close together: a search goes over all of them and over nothing else.
    private let digests: [TokenDigest]

    init(_ entries: [TokenEntry]) {
        self.entries = entries
        digests = entries.map(\.digest)
    }

    /// Makes one table of several.
    ///
    /// A token that stands in more than one keeps only what all of them allow, so that no source can widen what
    /// another has narrowed.
    public init(merging tables: [TokenTable]) {
        var merged: [TokenEntry] = []
        var places: [TokenDigest: Int] = [:]
        for entry in tables.lazy.flatMap(\.entries) {
            if let place = places[entry.digest] {
                let other = merged[place]
                merged[place] = TokenEntry(
                    digest: entry.digest, scope: other.scope.intersection(entry.scope),
                    isScoped: other.isScoped || entry.isScoped)
            } else {
                places[entry.digest] = merged.count
                merged.append(entry)
            }
        }
        self.init(merged)
    }

    /// The number of tokens.
    public var count: Int { entries.count }

    /// The number of tokens without a scope, which have every tenant. The form is deprecated and worth a warning.
    public var wildcardCount: Int { entries.count { !$0.isScoped } }

    /// Who presents `token`, or nil when no entry is it.
    ///
    /// The time depends on the token's length and the number of entries only: digests are compared, with every
    /// entry and without branches, so that it tells nothing about which entry is near.
    ///
    /// - Parameter token: The bytes after the scheme; more than ``TokenLimits/tokenBytes``, or none, are nobody.
    public func principal(of token: some Sequence<UInt8>) -> Principal? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(token.underestimatedCount, TokenLimits.tokenBytes))
        for byte in token {
            guard bytes.count < TokenLimits.tokenBytes else { return nil }
            bytes.append(byte)
        }
        return principal(presenting: bytes)
    }

    /// The same for a span.
    public func principal(of token: Span<UInt8>) -> Principal? {
        guard token.count <= TokenLimits.tokenBytes else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(token.count)
        for index in token.indices { bytes.append(token[index]) }
        return principal(presenting: bytes)
    }

    private func principal(presenting bytes: [UInt8]) -> Principal? {
        guard !bytes.isEmpty else { return nil }
        let digest = TokenDigest(of: bytes)
        // Digests of a table differ, so at most one term of the sum is not zero. 0 stands for no entry.
        var found: UInt64 = 0
        var number: UInt64 = 0
        for candidate in digests {
            number &+= 1
            found |= candidate.equalityMask(digest) & number
        }
        guard found > 0 else { return nil }
        return Principal(kind: .token, tokenID: digest.tokenID, scope: entries[Int(found) - 1].scope)
    }
}

extension TokenTable: CustomStringConvertible, CustomReflectable {
    /// The number of tokens, and nothing of them.
    public var description: String { "TokenTable(\(count))" }

    /// Nothing but the number of tokens.
    public var customMirror: Mirror { Mirror(self, children: ["count": count]) }
}
