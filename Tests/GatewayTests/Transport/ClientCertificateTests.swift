import NIOSSL
import Testing
import X509

@testable import Gateway

struct ClientCertificateTests {
    private func subject(_ name: DistinguishedName) throws -> String {
        let identity = try TestAuthority("Test Authority").identity(name)
        return try ClientCertificate.subject(
            try #require(try NIOSSLCertificate.fromPEMBytes(Array(identity.certificate.utf8)).first))
    }

    @Test func `the subject is written from its end to its beginning`() throws {
        let name = try DistinguishedName {
            CountryName("CH")
            OrganizationName("Example, Ltd.")
            CommonName("worker 7")
        }
        #expect(try subject(name) == #"CN=worker 7,O=Example\, Ltd.,C=CH"#)
    }

    @Test func `control characters of a subject are written as numbers`() throws {
        #expect(try subject(try DistinguishedName { CommonName("a\nb\u{1b}c") }) == #"CN=a\0ab\1bc"#)
    }

    @Test func `a subject that is too long is refused`() throws {
        let long = try DistinguishedName { CommonName(String(repeating: "a", count: 2_048)) }
        #expect(throws: ClientCertificateError.self) { try subject(long) }
    }
}
