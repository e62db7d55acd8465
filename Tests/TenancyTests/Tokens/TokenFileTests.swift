import Testing

@testable import Tenancy

@Suite struct TokenFileTests {
    @Test func `comments, blank lines and both line ends are understood`() throws {
        let file = "# tokens, old:tenant=9\r\n\r\nalpha:tenant=1, 2\r\n   \n  # indented\n\tbeta#1\ngamma:tenant=*"
        let table = try TokenTable.parse(file: file)
        #expect(table.count == 3 && table.wildcardCount == 1)
        let scopes = ["alpha", "beta#1", "gamma"].map { table.principal(of: $0)?.scope.description }
        #expect(scopes == ["1,2", "*", "*"])
    }

    @Test(arguments: ["", "\n", "# nothing\n\n", " "]) func `a file without entries lets nobody in`(_ file: String)
        throws
    {
        let table = try TokenTable.parse(file: file)
        #expect(table.count == 0)
        #expect(table.principal(of: "") == nil && table.principal(of: file) == nil)
    }

    @Test func `a number on a line of its own does not continue the line above`() throws {
        #expect(throws: TokenFault(code: .strayScope, unit: .line, position: 2)) {
            try TokenTable.parse(file: "a:tenant=1\n2\n")
        }
    }

    @Test(arguments: [
        ("a\n\n# x\nb c", TokenFault.Code.invalidToken, 4), ("a\nb,c", .severalEntries, 2), ("a,", .emptyEntry, 1),
        ("\n\na,1", .severalEntries, 3), ("a:tenant=1,b", .invalidTenant, 1),
        ("a:tenant=1,b:tenant=2", .invalidTenant, 1),
        ("a\r\nb\r\na", .duplicateToken, 3), ("a\nb:tenant=1,,2", .emptyEntry, 2), ("\u{FEFF}a", .invalidToken, 1),
        ("a\rb", .invalidToken, 1), ("ok\na:tenant=*,1", .idsAfterWildcard, 2), ("x\n,a", .emptyEntry, 2),
    ])
    func `a mistake is named with its line`(_ file: String, _ code: TokenFault.Code, _ line: Int) {
        #expect(throws: TokenFault(code: code, unit: .line, position: line)) { try TokenTable.parse(file: file) }
    }

    @Test func `a file that is too long or has too many entries is refused`() throws {
        let comments = String(repeating: "#\n", count: TokenLimits.listBytes / 2)
        #expect(try TokenTable.parse(file: comments).count == 0)
        #expect(throws: TokenFault(code: .listTooLong, unit: .line, position: nil)) {
            try TokenTable.parse(file: comments + "#")
        }
        let lines = (0...TokenLimits.entries).map { "#\nt\($0)\n" }.joined()
        #expect(throws: TokenFault(code: .tooManyEntries, unit: .line, position: 2 * TokenLimits.entries + 2)) {
            try TokenTable.parse(file: lines)
        }
    }
}
