import Testing

@testable import Settings

@Suite struct ExposureTests {
    @Test(
        "A loopback address needs no permission",
        arguments: [
            "127.0.0.1:8080", "127.0.0.2:0", "127.255.255.255:1", "[::1]:8080", "[0:0:0:0:0:0:0:1]:1", "localhost:8080",
            "LocalHost:1", "[::ffff:127.0.0.1]:1",
        ])
    func loopback(address: String) throws {
        try load(flags: ["addr": address]).validateExposure()
    }

    @Test(
        "Any other address is refused, and accepted with the flag",
        arguments: [
            "0.0.0.0:8080", "[::]:8080", "128.0.0.1:1", "126.255.255.255:1", "10.0.0.1:1", "[::2]:1", "[fe80::1]:1",
            "[::ffff:10.0.0.1]:1", "[::ffff:0.0.0.0]:1", "[::127.0.0.1]:1", "example.org:8080", "localhost.example:1",
            "localhost2:1", "ip6-localhost:1", "127.0.0.1.example:1",
        ])
    func publicAddress(address: String) throws {
        let settings = try load(flags: ["addr": address])
        do {
            try settings.validateExposure()
            Issue.record("\(address) was accepted")
        } catch {
            #expect(error.code == .publicListenRefused)
            #expect(error.description.contains("--allow-plaintext-public"))
        }
        try load(flags: ["addr": address, "allow-plaintext-public": "true"]).validateExposure()
    }
}
