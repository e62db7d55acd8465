/// A server and the credentials sent to it.
struct ServerConnection: Sendable {
    let address: ServerAddress
    let tenant: UInt64?
    let token: String?
    /// What encrypted connections use instead of the system's defaults.
    var tls: ClientTLS?

    /// What the user should know before anything is sent.
    var warning: String? {
        guard token != nil, !address.isEncrypted, !address.isLoopback else { return nil }
        return "the token travels unencrypted to \(address.host); use https://"
    }
}
