import Testing

@testable import Tenancy

@Suite struct TokenTableTests {
    @Test func `a caller is known by the first eight digits of its token's digest`() throws {
        let principal = try TokenTable.parse(list: "other,abc:tenant=5").principal(of: "abc")
        // SHA-256 of "abc" begins like this in FIPS 180-2, appendix B.1.
        #expect(principal == Principal(kind: .token, tokenID: "ba7816bf", scope: TenantScope(only: [TenantID(5)])))
    }

    @Test func `a token id keeps its leading zeros`() {
        let hex = String(repeating: "0", count: 7) + String(repeating: "a", count: 57)
        #expect(TokenDigest(hex: ArraySlice(hex.utf8))?.tokenID == "0000000a")
    }

    @Test func `only the very bytes of a token are the token`() throws {
        let table = try TokenTable.parse(list: "first,secret:tenant=1,last")
        for text in ["", "secre", "secret ", " secret", "Secret", "secret\0", "secretsecret", "secret:tenant=1"] {
            #expect(table.principal(of: text) == nil, "\(text)")
        }
        #expect(table.principal(of: "first") != nil && table.principal(of: "last") != nil)
    }

    @Test func `any single bit that differs is noticed`() throws {
        let token = Array("a-secret-token".utf8)
        let table = try TokenTable.parse(list: String(decoding: token, as: UTF8.self))
        for index in token.indices {
            for bit in 0..<8 {
                var changed = token
                changed[index] ^= 1 << UInt8(bit)
                #expect(table.principal(of: changed) == nil)
            }
        }
        #expect(table.principal(of: token) != nil)
    }

    @Test func `every bit of a digest counts`() throws {
        let digits = [UInt8](repeating: 0x30, count: 64)
        let zero = try #require(TokenDigest(hex: digits[...]))
        #expect(zero.equalityMask(zero) == .max)
        for index in digits.indices {
            for digit: UInt8 in [0x31, 0x32, 0x34, 0x38, 0x66] {
                var changed = digits
                changed[index] = digit
                let other = try #require(TokenDigest(hex: changed[...]))
                #expect(
                    zero.equalityMask(other) == 0 && other.equalityMask(zero) == 0 && other.equalityMask(other) == .max)
            }
        }
    }

    @Test func `sequences and spans are the same token`() throws {
        let table = try TokenTable.parse(list: "one,two:tenant=2")
        let bytes = Array("two".utf8)
        #expect(table.principal(of: bytes.span) == table.principal(of: bytes))
        #expect(table.principal(of: AnySequence(bytes)) == table.principal(of: bytes))
        #expect(table.principal(of: bytes)?.scope.description == "2")
        #expect(table.principal(of: Array("three".utf8).span) == nil)
    }

    @Test func `what is too long to be a token is nobody, and is not read to its end`() throws {
        let longest = [UInt8](repeating: 0x78, count: TokenLimits.tokenBytes)
        let hex = TokenSample.hex(String(decoding: longest + [0x78], as: UTF8.self))
        let table = try TokenTable.parse(list: String(decoding: longest, as: UTF8.self) + ",sha256:" + hex)
        #expect(table.principal(of: longest) != nil)
        #expect(table.principal(of: longest + [0x78]) == nil)
        #expect(table.principal(of: (longest + [0x78]).span) == nil)
        #expect(table.principal(of: sequence(first: UInt8(0x78)) { $0 }) == nil)
    }

    @Test func `an empty token is nobody even when its digest is listed`() throws {
        let table = try TokenTable.parse(list: "sha256:" + TokenSample.hex(""))
        #expect(table.principal(of: "") == nil)
        #expect(table.principal(of: [UInt8]().span) == nil)
    }

    @Test func `merged tables know the tokens of all`() throws {
        let table = TokenTable(merging: [
            try .parse(list: "a,b:tenant=1"), try .parse(file: "c\nd:tenant=*\n"), TokenTable(merging: []),
        ])
        #expect(table.count == 4 && table.wildcardCount == 2)
        #expect(["a", "b", "c", "d"].allSatisfy { table.principal(of: $0) != nil })
    }

    @Test func `a token of several tables keeps what all of them allow`() throws {
        let table = TokenTable(merging: [
            try .parse(list: "a,b:tenant=1,2,c:tenant=1"), try .parse(list: "a:tenant=7,b:tenant=2,3,c:tenant=2"),
        ])
        #expect(table.count == 3 && table.wildcardCount == 0)
        #expect(["a", "b", "c"].map { table.principal(of: $0)?.scope.description } == ["7", "2", ""])
    }
}
