import Testing

@testable import Tenancy

@Suite struct TokenFaultTests {
    @Test(arguments: [
        ("", TokenFault.Code.emptyEntry, 1), (" ", .emptyEntry, 1), ("a,", .emptyEntry, 2), (",a", .emptyEntry, 1),
        ("a,,b", .emptyEntry, 2), ("a:tenant=1,,2", .emptyEntry, 2), ("a:tenant=1,2,", .emptyEntry, 2),
        ("a,:tenant=1", .emptyToken, 2), (":", .emptyToken, 1),
        ("a,b c", .invalidToken, 2), ("tök", .invalidToken, 1), ("a\u{7F}", .invalidToken, 1),
        ("a\0", .invalidToken, 1),
        ("a :tenant=1", .invalidToken, 1), ("a\tb", .invalidToken, 1), ("a\u{1B}[0m", .invalidToken, 1),
        ("12", .strayScope, 1), ("a,12", .strayScope, 2), ("a:tenant=1,+2", .strayScope, 2),
        ("12:tenant=1", .strayScope, 1),
        ("a:tenant=1,-2", .strayScope, 2), ("a:tenant=1,*", .strayScope, 2), ("a,tenant=1", .strayScope, 2),
        ("sha256", .invalidDigest, 1), ("a,sha256:", .invalidDigest, 2), ("sha256:tenant=1", .invalidDigest, 1),
        ("sha256:ab", .invalidDigest, 1), ("sha256:ab:tenant=1", .invalidDigest, 1),
        ("a:", .unknownSuffix, 1), ("a,b:tenants=1", .unknownSuffix, 2), ("a:Tenant=1", .unknownSuffix, 1),
        ("a:b:tenant=1", .unknownSuffix, 1), ("a: tenant=1", .unknownSuffix, 1),
        ("a:tenant=", .emptyScope, 1), ("a:tenant= ", .emptyScope, 1), ("b,a:tenant=,1", .emptyScope, 2),
        ("a:tenant=x", .invalidTenant, 1), ("a:tenant=+1", .invalidTenant, 1), ("a:tenant=-1", .invalidTenant, 1),
        ("a:tenant=1.0", .invalidTenant, 1), ("a:tenant=0x1", .invalidTenant, 1), ("a:tenant=**", .invalidTenant, 1),
        ("a:tenant=1:tenant=2", .invalidTenant, 1), ("a:tenant=1 2", .invalidTenant, 1),
        ("a:tenant=١", .invalidTenant, 1),
        ("a:tenant=18446744073709551616", .tenantOutOfRange, 1),
        ("x,a:tenant=1,99999999999999999999", .tenantOutOfRange, 2),
        ("a:tenant=*,1", .idsAfterWildcard, 1), ("a,b,a", .duplicateToken, 3),
        ("a:tenant=1,a:tenant=2", .duplicateToken, 2),
        ("a,b,a,c", .duplicateToken, 3), ("a,\nb\nc", .invalidToken, 2),
    ])
    func `a mistake is named with its entry`(_ list: String, _ code: TokenFault.Code, _ entry: Int) {
        #expect(throws: TokenFault(code: code, unit: .entry, position: entry)) { try TokenTable.parse(list: list) }
    }

    @Test func `a digest must have exactly 64 hexadecimal digits`() {
        let hex = TokenSample.hex("secret")
        let long = "sha256:" + hex + "0"
        for entry in [long, String(long.dropLast(2)), "sha256:g" + hex.dropFirst(), "sha256: " + hex.dropFirst()] {
            #expect(throws: TokenFault(code: .invalidDigest, unit: .entry, position: 1)) {
                try TokenTable.parse(list: entry)
            }
        }
        #expect(throws: TokenFault(code: .unknownSuffix, unit: .entry, position: 2)) {
            try TokenTable.parse(list: "a,sha256:\(hex):x")
        }
    }

    @Test func `a token and its digest are the same token`() {
        #expect(throws: TokenFault(code: .duplicateToken, unit: .entry, position: 2)) {
            try TokenTable.parse(list: "secret:tenant=1,sha256:\(TokenSample.hex("secret")):tenant=1")
        }
    }

    @Test func `what is over a limit is refused`() {
        let ids = (0...TokenLimits.tenantsPerScope).map(String.init).joined(separator: ",")
        let tokens = (0...TokenLimits.entries).map { "t\($0)" }.joined(separator: ",")
        let cases: [(String, TokenFault.Code, Int?)] = [
            ("a," + String(repeating: "x", count: TokenLimits.tokenBytes + 1), .tokenTooLong, 2),
            ("b,a:tenant=\(ids)", .tooManyTenants, 2), (tokens, .tooManyEntries, TokenLimits.entries + 1),
            (String(repeating: " ", count: TokenLimits.listBytes) + "a", .listTooLong, nil),
        ]
        for (list, code, position) in cases {
            #expect(throws: TokenFault(code: code, unit: .entry, position: position)) {
                try TokenTable.parse(list: list)
            }
        }
    }

    @Test func `a fault tells position and reason in one line`() {
        #expect(
            TokenFault(code: .emptyScope, unit: .entry, position: 3).description == "entry 3: the scope is empty")
        #expect(TokenFault(code: .emptyEntry, unit: .line, position: 9).description == "line 9: the entry is empty")
        #expect(
            TokenFault(code: .listTooLong, unit: .line, position: nil).description
                == "the list is longer than 1048576 bytes")
    }
}
