import NIOSSL
import X509

/// The certificate that a client has shown and that has been verified.
enum ClientCertificate {
    /// Longest subject that is accepted, in bytes: it stands in every audit record.
    static let subjectByteLimit = 2_048

    /// Its subject as RFC 4514 writes it, for example `CN=worker-7,O=Example`.
    /// - Throws: ``ClientCertificateError`` when there is none that can be written; the client must then be refused, or
    ///   it would pass for one without a certificate.
    static func subject(_ certificate: NIOSSLCertificate) throws -> String {
        let text = try Certificate(derEncoded: certificate.toDERBytes()).subject.description
        guard text.utf8.count <= subjectByteLimit else { throw ClientCertificateError.subjectTooLong }
        // An authority may sign anything; what is shown on terminals and in logs must not hold control characters.
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if scalar.properties.generalCategory == .control {
                for byte in String(scalar).utf8 { result += "\\" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
}

/// Why the subject of a certificate cannot be told.
enum ClientCertificateError: Error {
    case subjectTooLong
}
