/// What a server with a client CA asks of its clients.
public enum ClientCertificatePolicy: String, Sendable, CaseIterable {
    /// Every client must show a certificate that the CA has signed.
    case required
    /// A client may show one; a certificate that is shown must be valid.
    case optional
}
