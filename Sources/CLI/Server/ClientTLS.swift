import NIOSSL

/// The files that an encrypted connection uses instead of the system's defaults.
struct ClientTLS: Sendable, Equatable {
    /// Certificates that the server's must come from.
    let authorities: String?
    /// The client's certificate and what leads to its authority.
    let certificate: String?
    let key: String?

    /// - Throws: ``CommandError`` that names the file which cannot be read or is not what it should be.
    func configuration() throws(CommandError) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        if let authorities {
            configuration.trustRoots = .certificates(try Self.certificates(authorities))
        }
        if let certificate {
            configuration.certificateChain = try Self.certificates(certificate).map { .certificate($0) }
        }
        if let key {
            configuration.privateKey = .privateKey(
                try Self.decode(key, "private key") { try NIOSSLPrivateKey(bytes: $0, format: .pem) })
        }
        return configuration
    }

    private static func certificates(_ path: String) throws(CommandError) -> [NIOSSLCertificate] {
        let certificates = try decode(path, "certificate") { try NIOSSLCertificate.fromPEMBytes($0) }
        guard !certificates.isEmpty else { throw .badInput("\(path) holds no certificate in PEM") }
        return certificates
    }

    private static func decode<Value>(
        _ path: String, _ kind: String, _ read: ([UInt8]) throws -> Value
    ) throws(CommandError) -> Value {
        let bytes = try FileInput.read(path, limit: ClientLimits.pemBytes)
        do {
            return try read(bytes)
        } catch {
            // Without the library's reason, which may quote what it read.
            throw .badInput("\(path) holds no \(kind) in PEM that can be read")
        }
    }
}
