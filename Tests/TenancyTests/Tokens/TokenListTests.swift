import Testing

@testable import Tenancy

@Suite struct TokenListTests {
    @Test func `a token without a scope has every tenant and is counted for the warning`() throws {
        let table = try TokenTable.parse(list: "alpha,beta:tenant=*,gamma")
        #expect(table.count == 3 && table.wildcardCount == 2)
        #expect(table.principal(of: "alpha")?.scope == .all)
        #expect(table.principal(of: "beta")?.scope == .all)
    }

    @Test func `ids of a scope and entries are told apart`() throws {
        let table = try TokenTable.parse(list: "a:tenant=1,2,3,b:tenant=4,c,d:tenant=5,6")
        #expect(table.count == 4 && table.wildcardCount == 1)
        let scopes = ["a", "b", "c", "d"].map { table.principal(of: $0)?.scope.description }
        #expect(scopes == ["1,2,3", "4", "*", "5,6"])
        #expect(table.principal(of: "2") == nil)
    }

    @Test func `white space around a piece is dropped`() throws {
        let table = try TokenTable.parse(list: "  a:tenant=1 ,\t2 ,\r\n b \n")
        #expect(table.principal(of: "a")?.scope.description == "1,2")
        #expect(table.principal(of: "b")?.scope == .all)
    }

    @Test(arguments: [false, true]) func `a digest stands for the token it is of`(_ isUpperCase: Bool) throws {
        let hex = TokenSample.hex("secret")
        let table = try TokenTable.parse(
            list: "sha256:" + (isUpperCase ? hex.uppercased() : hex) + ":tenant=1,2,sha256:" + TokenSample.hex("other"))
        #expect(table.principal(of: "secret")?.scope.description == "1,2")
        #expect(table.principal(of: "other")?.scope == .all)
        #expect(table.principal(of: hex) == nil && table.principal(of: "sha256:" + hex) == nil)
        #expect(table.wildcardCount == 1)
    }

    @Test func `a digest may be of what a list cannot write`() throws {
        let table = try TokenTable.parse(list: "sha256:\(TokenSample.hex("12:3,4 5")):tenant=9")
        #expect(table.principal(of: "12:3,4 5")?.scope.description == "9")
    }

    @Test func `tokens may have every visible character other than comma and colon`() throws {
        let characters = (0x21...0x7E).filter { $0 != 0x2C && $0 != 0x3A }.map { UInt8($0) }
        let token = String(decoding: characters, as: UTF8.self)
        #expect(try TokenTable.parse(list: token + ":tenant=1").principal(of: token) != nil)
        for byte in characters where !(0x30...0x39).contains(byte) && byte != 0x2A && byte != 0x2B && byte != 0x2D {
            let short = String(decoding: [byte], as: UTF8.self)
            #expect(try TokenTable.parse(list: short).principal(of: short) != nil)
        }
    }

    @Test func `ids reach from zero to the largest of 64 bits`() throws {
        let table = try TokenTable.parse(list: "a:tenant=0,18446744073709551615,007")
        #expect(table.principal(of: "a")?.scope.description == "0,7,18446744073709551615")
    }

    @Test func `a list as long as the limits allow is read`() throws {
        let scope = (1...TokenLimits.tenantsPerScope).map(String.init).joined(separator: ",")
        let longest = String(repeating: "x", count: TokenLimits.tokenBytes)
        let others = (2...TokenLimits.entries).map { "token-\($0)" }.joined(separator: ",")
        let table = try TokenTable.parse(list: "\(longest):tenant=\(scope),\(others)")
        #expect(table.count == TokenLimits.entries)
        #expect(table.principal(of: longest)?.scope.tenants?.count == TokenLimits.tenantsPerScope)
        #expect(table.principal(of: "token-\(TokenLimits.entries)") != nil)
    }
}
