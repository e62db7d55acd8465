import Tenancy
import Testing

@testable import CLI

@Suite("A command for tokens")
struct TokenTests {
    private static let hash = "sha256:2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"

    @Test("hashes the token of standard input, with or without the end of its line", arguments: ["", "\n", "\r\n"])
    func hash(_ end: String) async {
        let recorded = RecordedConsole(input: "secret" + end)
        #expect(await recorded.run("token", "hash") == 0)
        #expect(recorded.output == Self.hash + "\n")
        #expect(recorded.errors.isEmpty)
    }

    @Test(
        "refuses what cannot be a token, without repeating it",
        arguments: [
            "", "\n", "two words", "a,b-cdef", "a:b-cdef", "ünicode", "one\ntwo", String(repeating: "x", count: 1_018),
        ])
    func refused(_ input: String) async {
        let recorded = RecordedConsole(input: input)
        #expect(await recorded.run("token", "hash") == 2)
        #expect(recorded.output.isEmpty)
        #expect(input.isEmpty || input == "\n" || !recorded.errors.contains(input))
    }

    @Test("asks for the token on a terminal")
    func prompt() async {
        let recorded = RecordedConsole(isTerminal: true, input: "secret")
        #expect(await recorded.run("token", "hash") == 0)
        #expect(recorded.errors.contains("not shown"))
    }

    @Test("makes tokens that the server takes, each time another")
    func fresh() async throws {
        var seen: Set<String> = []
        for _ in 0..<20 {
            let recorded = RecordedConsole()
            #expect(await recorded.run("token", "new", "--tenants", "1,2", "--output", "json") == 0)
            let json = try JSONReader.read(Array(recorded.output.utf8))
            let token = try #require(json["token"]?.string)
            let entry = try #require(json["entry"]?.string)
            #expect(token.utf8.count == 46)
            #expect(!entry.contains(token))
            let table = try TokenTable.parse(list: entry)
            #expect(table.principal(of: token.utf8)?.scope == TenantScope(only: [TenantID(1), TenantID(2)]))
            #expect(table.wildcardCount == 0)
            seen.insert(token)
        }
        #expect(seen.count == 20)
    }

    @Test("makes an entry for all tenants when asked to")
    func wildcard() async throws {
        let entry = try TokenText(line: Array("secret".utf8)).entry(tenants: "*")
        #expect(entry == Self.hash + ":tenant=*")
        #expect(try TokenTable.parse(list: entry).principal(of: "secret".utf8)?.scope == .all)
    }

    @Test(
        "refuses tenants that the server would, or that would be another entry",
        arguments: ["", "x", "-1", "1,", "1,x", "18446744073709551616", "*,1", "1:tenant=2", "1,another:tenant=*"])
    func tenants(_ tenants: String) {
        #expect(throws: CommandError.self) { try TokenText(line: Array("secret".utf8)).entry(tenants: tenants) }
    }
}

@Suite("A line that is not shown")
struct SecretLineTests {
    private func type(_ keys: String, limit: Int = 10) -> Result<[UInt8], CommandError>? {
        var line = SecretLine(limit: limit)
        for key in keys.utf8 { if let result = line.type(key) { return result } }
        return line.type(nil)
    }

    @Test(
        "ends with return and can be corrected",
        arguments: [
            ("ab\nc", "ab"), ("ab\r", "ab"), ("ab\u{7F}\u{8}\u{8}c\n", "c"), ("ab\u{15}c", "c"), ("a\u{4}b", "a"),
        ])
    func editing(_ keys: String, _ expected: String) throws {
        #expect(try type(keys)?.get() == Array(expected.utf8))
    }

    @Test("is given up with the keys that interrupt", arguments: ["a\u{3}", "a\u{1C}b\n", "\u{1A}"])
    func interruption(_ keys: String) {
        #expect(throws: CommandError.self) { try type(keys)?.get() }
    }

    @Test("has a limit")
    func limit() {
        #expect(throws: CommandError.self) { try type("abc", limit: 2)?.get() }
    }
}
