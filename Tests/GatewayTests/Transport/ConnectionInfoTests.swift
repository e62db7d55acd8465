import NIOCore
import Testing

@testable import Gateway

struct ConnectionInfoTests {
    private func info(_ ip: String) throws -> ConnectionInfo {
        ConnectionInfo(
            peer: try SocketAddress(ipAddress: ip, port: 4_711), isSecure: false, clientCertificateSubject: nil)
    }

    @Test func `an address of version 4 is written with its port`() throws {
        let info = try info("192.0.2.1")
        #expect(info.peerAddress == "192.0.2.1:4711")
        #expect(info.peerIP == "192.0.2.1")
    }

    @Test func `an address of version 6 is written in brackets before its port`() throws {
        let info = try info("2001:db8::1")
        #expect(info.peerAddress == "[2001:db8::1]:4711")
        #expect(info.peerIP == "2001:db8::1")
    }

    @Test func `a peer that the system does not know has no address`() {
        let info = ConnectionInfo(peer: nil, isSecure: true, clientCertificateSubject: "CN=a")
        #expect(info.peerAddress == "")
        #expect(info.peerIP == "")
    }
}
