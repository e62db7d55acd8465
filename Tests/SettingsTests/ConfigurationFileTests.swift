import Testing

@testable import Settings

@Suite struct ConfigurationFileTests {
    @Test(
        "A key that no setting has is refused by name",
        arguments: [
            ("listen_adr: 127.0.0.1:0", "listen_adr"), ("limit:\n  body_byte: 1MiB", "limit.body_byte"),
            ("limit.body_bytes: 1MiB", "limit.body_bytes"), ("limits:\n  body_bytes: 1MiB", "limits"),
            ("body_bytes: 1MiB", "body_bytes"), ("Log: info", "Log"), ("<<: {log: info}", "<<"),
            ("? [a, b]\n: 1", "?"), ("limit:\n  ? {a: b}\n  : 1", "limit.?"),
        ])
    func unknownKeys(text: String, key: String) {
        let error = failure(file: text)
        #expect(error?.code == .unknownKey)
        #expect(error?.key == "\"\(key)\"")
        #expect(error?.origin == .file)
        #expect(error?.reason.contains("line") == true)
    }

    @Test("Variables that only the program reads have no key in the file", arguments: ["config", "server", "token"])
    func variableOnly(key: String) {
        #expect(failure(file: "\(key): x")?.code == .unknownKey)
    }

    @Test(
        "A file without values changes nothing",
        arguments: ["", "# only a comment\n", "---\n", "~", "{}", "limit:\napi:\n", "limit: ~\n", "limit: {}\n"])
    func emptyFiles(text: String) throws {
        let settings = try load(file: text)
        #expect(settings.entries == (try load().entries))
    }

    @Test(
        "A setting holds one value",
        arguments: [
            "data_dir: null", "data_dir: ~", "log: [info]", "log: {level: info}", "log:", "log: ~", "log: null",
            "limit: 3", "limit: [waiting]",
            "limit:\n  waiting:", "limit:\n  waiting: {a: 1}",
        ])
    func oneValue(text: String) {
        #expect(failure(file: text)?.code == .malformedValue)
    }

    @Test("Quotes make a word of YAML a text")
    func quotedWords() throws {
        #expect(try load(file: "data_dir: \"null\"").dataDirectory == "null")
    }

    @Test(
        "A file that is not one YAML mapping is refused as a whole",
        arguments: ["- log", "just text", "log: 'open", "log: info\nlog: debug", "log: info\n---\nlog: debug", "a: *b"])
    func malformedFiles(text: String) {
        let error = failure(file: text)
        #expect(error?.code == .malformedFile)
        #expect(error?.origin == .file)
    }

    @Test("A file that is not UTF-8 is refused")
    func encoding() {
        #expect(throws: SettingsError.self) { try ConfigurationFile(bytes: [0x6C, 0x6F, 0x67, 0x3A, 0x20, 0xFF]) }
    }

    @Test("Deep nesting and aliases that multiply end in an error at once")
    func hostileFiles() {
        let deep = "log: " + String(repeating: "[", count: 100_000)
        #expect(failure(file: deep)?.code == .malformedFile)
        var bomb = "log: &a0 [x, x]\n"
        for level in 1...60 {
            bomb += "k\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        #expect(failure(file: bomb)?.code == .malformedValue)
    }

    @Test("Numbers are taken as they are written, not as YAML reads them", arguments: ["0x10", "1_0", "0o17", "1e2"])
    func yamlNumbers(text: String) {
        #expect(failure(file: "compile_threads: \(text)")?.code == .malformedValue)
    }
}
