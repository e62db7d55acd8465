import Crypto
import Foundation
import X509

/// An authority made for one test, which signs certificates of servers and clients.
struct TestAuthority {
    /// A certificate and its key, both as PEM.
    struct Identity {
        let certificate: String
        let key: String
    }

    private let key = P256.Signing.PrivateKey()
    private let name: DistinguishedName
    let certificate: String

    init(_ name: String) throws {
        self.name = try DistinguishedName { CommonName(name) }
        certificate = try Self.pem(
            subject: self.name, publicKey: key.publicKey, issuer: self.name, issuerKey: key,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
            })
    }

    /// A certificate for `localhost` and for clients.
    func identity(_ subject: DistinguishedName) throws -> Identity {
        let key = P256.Signing.PrivateKey()
        let certificate = try Self.pem(
            subject: subject, publicKey: key.publicKey, issuer: name, issuerKey: self.key,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                try ExtendedKeyUsage([.serverAuth, .clientAuth])
                SubjectAlternativeNames([.dnsName("localhost")])
            })
        return Identity(certificate: certificate, key: key.pemRepresentation)
    }

    func identity(_ commonName: String) throws -> Identity {
        try identity(try DistinguishedName { CommonName(commonName) })
    }

    private static func pem(
        subject: DistinguishedName, publicKey: P256.Signing.PublicKey, issuer: DistinguishedName,
        issuerKey: P256.Signing.PrivateKey, extensions: Certificate.Extensions
    ) throws -> String {
        try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: Certificate.PublicKey(publicKey),
            notValidBefore: Date(timeIntervalSinceNow: -3_600), notValidAfter: Date(timeIntervalSinceNow: 86_400),
            issuer: issuer, subject: subject, signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions,
            issuerPrivateKey: Certificate.PrivateKey(issuerKey)
        ).serializeAsPEM().pemString
    }
}
