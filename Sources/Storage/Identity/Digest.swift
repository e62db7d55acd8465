import Crypto

/// The SHA-256 of a module's bytes (FIPS 180-4): the module's name on disk and its identity in every cache.
public struct Digest: Hashable, Sendable {
    private let word0: UInt64
    private let word1: UInt64
    private let word2: UInt64
    private let word3: UInt64

    /// Computes the digest; takes time linear in the number of bytes.
    public init(of bytes: [UInt8]) {
        self.init(SHA256.hash(data: bytes))
    }

    init(_ hash: SHA256.Digest) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for (index, byte) in hash.enumerated() {
            switch index / 8 {
            case 0: words.0 = words.0 << 8 | UInt64(byte)
            case 1: words.1 = words.1 << 8 | UInt64(byte)
            case 2: words.2 = words.2 << 8 | UInt64(byte)
            default: words.3 = words.3 << 8 | UInt64(byte)
            }
        }
        (word0, word1, word2, word3) = words
    }

    /// Reads 64 hexadecimal digits in either case; anything else gives nil.
    public init?(hex: some StringProtocol) {
        guard let words = Hexadecimal.words(hex, count: 4) else { return nil }
        (word0, word1, word2, word3) = (words[0], words[1], words[2], words[3])
    }

    /// The 64 hexadecimal digits, lower case.
    public var hex: String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for word in [word0, word1, word2, word3] {
            Hexadecimal.append(word, to: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The first eight bytes, most significant first: enough for a checksum, not for an identity.
    var prefix: UInt64 { word0 }
}

extension Digest: CustomStringConvertible {
    /// The 64 hexadecimal digits, lower case.
    public var description: String { hex }
}
