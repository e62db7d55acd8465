import Testing

@testable import Settings

@Suite struct ListenAddressTests {
    @Test(
        "An address reads and writes as the same text",
        arguments: ["127.0.0.1:8080", "[::1]:0", "[2001:db8::7]:65535", "localhost:1", "a-1.example:443"])
    func roundTrip(text: String) throws {
        #expect(try ListenAddress(parsing: text).description == text)
    }

    @Test("The host of an IPv6 address has no brackets")
    func brackets() throws {
        let address = try ListenAddress(parsing: "[::1]:9")
        #expect(address.host == "::1")
        #expect(address.port == 9)
    }

    @Test(
        "A text with another reading, or none, is refused",
        arguments: [
            "", ":", ":8080", "localhost", "localhost:", "localhost:65536", "localhost:-1", "localhost:+1",
            "localhost: 1", "localhost:http", "localhost:08", "::1:8080", "[::1]", "[::1]:", "[]:1", "[127.0.0.1]:1",
            "[localhost]:1", "[::1%lo]:1", "127.1:1", "0:1", "1.2.3:1", "1.2.3.4.5:1", "256.0.0.1:1", "127.0.0.01:1",
            "0x7f.0.0.1:1", "a.0x1:1", "-a:1", "a-:1", "a..b:1", "a.:1", ".a:1", "a_b:1", "a b:1", "é:1", "http://a:1",
            String(repeating: "a", count: 64) + ":1",
            Array(repeating: "abcd", count: 51).joined(separator: ".") + ":1",
        ])
    func refused(text: String) {
        #expect(throws: ValueFault.self) { try ListenAddress(parsing: text) }
    }
}
