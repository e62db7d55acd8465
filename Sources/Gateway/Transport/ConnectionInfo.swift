import NIOCore

/// What is known of a connection before its first request: who is on the other side, and how it is protected.
struct ConnectionInfo: Sendable {
    /// The peer's address and port, for example `192.0.2.1:4711` or `[2001:db8::1]:4711`; empty where it is unknown.
    var peerAddress: String
    /// The peer's address alone, for example `192.0.2.1`; empty where it is unknown.
    var peerIP: String
    /// Whether the connection is encrypted.
    var isSecure: Bool
    /// The subject of the certificate that the client has proved to own, as RFC 4514 writes it; `nil` without one.
    var clientCertificateSubject: String?
    /// How soon refusals are answered.
    let refusals = RefusalPace()
}

extension ConnectionInfo {
    /// - Parameter peer: the other side's address; `nil` when the system does not tell it any more.
    init(peer: SocketAddress?, isSecure: Bool, clientCertificateSubject: String?) {
        let ip = peer?.ipAddress ?? ""
        let host = ip.contains(":") ? "[\(ip)]" : ip
        peerAddress = peer?.port.map { "\(host):\($0)" } ?? host
        peerIP = ip
        self.isSecure = isSecure
        self.clientCertificateSubject = clientCertificateSubject
    }
}
