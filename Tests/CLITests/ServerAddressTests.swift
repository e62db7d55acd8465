import ArgumentParser
import Testing

@testable import CLI

@Suite("A server's address")
struct ServerAddressTests {
    @Test(
        "is a base URL",
        arguments: [
            ("http://127.0.0.1:8080", "127.0.0.1", true, false), ("https://example.org/", "example.org", false, true),
            ("http://[::1]:80/prefix", "::1", true, false), ("HTTP://LocalHost", "localhost", true, false),
            ("http://127.evil.org", "127.evil.org", false, false),
        ])
    func valid(_ text: String, _ host: String, _ isLoopback: Bool, _ isEncrypted: Bool) throws {
        let address = try ServerAddress(text)
        #expect(address.host == host)
        #expect(address.isLoopback == isLoopback)
        #expect(address.isEncrypted == isEncrypted)
        #expect(!address.description.hasSuffix("/"))
    }

    @Test(
        "is refused when it is anything else",
        arguments: [
            "", "127.0.0.1:8080", "ftp://host", "http://", "http://:80", "http://host:port", "http://host:70000",
            "http://user:word@host", "http://host?x", "http://host#x", "http://ho st", "http://[::1", "http://[::1]x",
        ])
    func invalid(_ text: String) {
        #expect(throws: CommandError.self) { try ServerAddress(text) }
    }

    @Test("is warned about when a token would cross the network unencrypted")
    func warning() throws {
        func warning(_ server: String, _ environment: [String: String]) throws -> String? {
            try ServerOptions.parse(["--server", server]).connection(in: environment).warning
        }
        let token = ["TENSOR_WASM_TOKEN": "secret-text"]
        let shown = try #require(try warning("http://example.org", token))
        #expect(!shown.contains("secret-text"))
        #expect(try warning("https://example.org", token) == nil)
        #expect(try warning("http://localhost:1", token) == nil)
        #expect(try warning("http://example.org", [:]) == nil)
    }

    @Test(
        "goes with a token that fits a header",
        arguments: ["", "a b", "a\r\nX: y", "ü", String(repeating: "x", count: 1_018)])
    func token(_ token: String) throws {
        let options = try ServerOptions.parse([])
        #expect(throws: CommandError.self) { try options.connection(in: ["TENSOR_WASM_TOKEN": token]) }
    }

    @Test("comes from the flag before the environment")
    func precedence() throws {
        let environment = ["TENSOR_WASM_SERVER": "http://environment", "TENSOR_WASM_TOKEN": "environment"]
        let flags = try ServerOptions.parse(["--server", "http://flag", "--token", "flag"])
        #expect(try flags.connection(in: environment).address.host == "flag")
        #expect(try flags.connection(in: environment).token == "flag")
        #expect(try ServerOptions.parse([]).connection(in: environment).address.host == "environment")
        #expect(try ServerOptions.parse([]).connection(in: [:]).address.description == ServerAddress.standard)
    }
}
