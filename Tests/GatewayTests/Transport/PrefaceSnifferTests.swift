import Testing

@testable import Gateway

struct PrefaceSnifferTests {
    private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    @Test func `only the whole preface is HTTP 2`() {
        for length in 0..<Self.preface.count {
            #expect(PrefaceSniffer.judge(Self.preface.prefix(length)) == .undecided)
        }
        #expect(PrefaceSniffer.judge(Self.preface) == .http2)
        #expect(PrefaceSniffer.judge(Self.preface + [0, 0, 0, 4]) == .http2)
    }

    @Test func `any other byte makes it HTTP 1`() {
        for index in Self.preface.indices {
            var bytes = Self.preface
            bytes[index] ^= 0x20
            #expect(PrefaceSniffer.judge(bytes.prefix(index + 1)) == .http1)
            #expect(PrefaceSniffer.judge(bytes) == .http1)
        }
    }
}
