/// Where the server listens: a host and a TCP port.
public struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// An IPv4 address, an IPv6 address without brackets, or a host name.
    public let host: String
    /// The TCP port, 0 … 65535; 0 lets the system choose a free one.
    public let port: Int

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Whether only this machine can reach the address.
    ///
    /// Of the host names only `localhost` counts: what another name resolves to is decided elsewhere and can change.
    public var isLoopback: Bool {
        IPAddress(host)?.isLoopback ?? (host.lowercased() == "localhost")
    }

    /// `host:port`, with brackets around an IPv6 address.
    public var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
