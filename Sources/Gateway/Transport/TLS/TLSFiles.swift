import Settings

/// The files that TLS is configured with, all of them PEM.
public struct TLSFiles: Sendable, Equatable {
    /// The server's certificate, followed by those that lead from it to an authority clients know.
    public var certificate: String
    /// The private key of the certificate.
    public var key: String
    /// The authorities whose clients' certificates are accepted; `nil` when clients are not asked for one.
    public var clientCA: String?
    /// Whether a client without a certificate is refused. Without ``clientCA`` it means nothing.
    public var requiresClientCertificate: Bool

    /// Names the files without looking at them.
    public init(certificate: String, key: String, clientCA: String? = nil, requiresClientCertificate: Bool = true) {
        self.certificate = certificate
        self.key = key
        self.clientCA = clientCA
        self.requiresClientCertificate = requiresClientCertificate
    }

    /// The files that the settings name; `nil` when connections are not encrypted.
    public init?(_ settings: Settings.TLS) {
        guard let certificate = settings.certificateFile, let key = settings.keyFile else { return nil }
        self.init(
            certificate: certificate, key: key, clientCA: settings.clientAuthorityFile,
            requiresClientCertificate: settings.clientCertificate == .required)
    }
}
