import Testing

@testable import Settings

@Suite struct IPAddressTests {
    @Test("IPv4 is four octets")
    func v4() {
        #expect(IPAddress("0.0.0.0") == .v4(0))
        #expect(IPAddress("255.255.255.255") == .v4(.max))
        #expect(IPAddress("1.2.3.4") == .v4(0x0102_0304))
    }

    @Test(
        "IPv6 follows RFC 4291",
        arguments: [
            ("::", 0), ("::1", 1), ("1::", UInt128(1) << 112),
            ("1:2:3:4:5:6:7:8", 0x0001_0002_0003_0004_0005_0006_0007_0008),
            ("2001:DB8::ff", UInt128(0x2001_0DB8) << 96 | 0xFF), ("1::3:4", UInt128(1) << 112 | 0x3_0004),
            ("::ffff:1.2.3.4", 0xFFFF_0102_0304), ("1:2:3:4:5:6:1.2.3.4", 0x0001_0002_0003_0004_0005_0006_0102_0304),
            ("1:2:3:4:5:6:7::", 0x0001_0002_0003_0004_0005_0006_0007_0000),
        ] as [(String, UInt128)])
    func v6(text: String, address: UInt128) {
        #expect(IPAddress(text) == .v6(address))
    }

    @Test(
        "Anything else is no address",
        arguments: [
            "", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "1:2:3:4:5:6:7:8::",
            "::1:2:3:4:5:6:7:8",
            "12345::", "g::", "+1::", ":1::", "1:::2", "::1:", "::1.2.3", "1.2.3.4::", "1:2:3:4:5:6:7:1.2.3.4",
            "1.2.3.",
            "1.2.3.4 ", "::1%lo",
        ])
    func refused(text: String) {
        #expect(IPAddress(text) == nil)
    }
}
