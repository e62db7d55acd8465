import Crypto

/// The SHA-256 of a credential (FIPS 180-4): all that is kept of it.
///
/// Neither its description nor a dump shows more than ``tokenID``: the digest of a short token tells the token to
/// whoever tries them all.
public struct TokenDigest: Sendable, Hashable {
    private let word0: UInt64
    private let word1: UInt64
    private let word2: UInt64
    private let word3: UInt64

    /// Computes the digest; takes time linear in the number of bytes.
    public init(of bytes: [UInt8]) {
        var digits = DigestWords()
        for byte in SHA256.hash(data: bytes) {
            digits.append(UInt64(byte), bits: 8)
        }
        self.init(digits)
    }

    /// Reads 64 hexadecimal digits in either case; anything else gives nil.
    init?(hex: ArraySlice<UInt8>) {
        guard hex.count == TokenLimits.digestDigits else { return nil }
        var digits = DigestWords()
        for byte in hex {
            guard let value = byte.hexadecimalValue else { return nil }
            digits.append(UInt64(value), bits: 4)
        }
        self.init(digits)
    }

    private init(_ words: DigestWords) {
        (word0, word1, word2, word3) = words.words
    }

    /// What logs and audit records call the credential: the first eight hexadecimal digits of its digest.
    public var tokenID: String {
        let digits = String(word0 >> 32, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// All bits one when the digests are equal, else zero; takes the same time whatever they are.
    func equalityMask(_ other: TokenDigest) -> UInt64 {
        let difference = (word0 ^ other.word0) | (word1 ^ other.word1) | (word2 ^ other.word2) | (word3 ^ other.word3)
        // The highest bit of `d | -d` is set exactly when d is not zero.
        return ((difference | (0 &- difference)) >> 63) &- 1
    }
}

extension TokenDigest: CustomStringConvertible, CustomReflectable {
    /// The token id, and not the digest.
    public var description: String { tokenID }

    /// Nothing but the token id.
    public var customMirror: Mirror { Mirror(self, children: ["tokenID": tokenID]) }
}
