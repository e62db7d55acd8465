import Foundation

@testable import Gateway

/// The files of one test's certificates.
struct CertificateFolder {
    let path: String
    let authority: TestAuthority
    let files: TLSFiles
    /// The authority's certificate, for clients that check the server.
    let authorityFile: String

    /// A server's certificate named `server`, signed by an authority of this test alone.
    /// - Parameter clients: whether clients are asked for a certificate, and whether they must have one.
    init(_ path: String, clients: ClientCertificates = .notAsked) throws {
        self.path = path
        authority = try TestAuthority("Test Authority")
        authorityFile = path + "/authority.pem"
        files = TLSFiles(
            certificate: path + "/server.pem", key: path + "/server.key",
            clientCA: clients == .notAsked ? nil : authorityFile, requiresClientCertificate: clients == .required)
        try write(authority.certificate, to: authorityFile)
        try replace(with: try authority.identity("server"))
    }

    enum ClientCertificates {
        case notAsked
        case optional
        case required
    }

    /// Puts another certificate and key in the place of the server's.
    func replace(with identity: TestAuthority.Identity) throws {
        try write(identity.certificate, to: files.certificate)
        try write(identity.key, to: files.key)
    }

    /// Writes a client's certificate and key.
    /// - Returns: the arguments with which curl shows them.
    func client(_ identity: TestAuthority.Identity) throws -> [String] {
        try write(identity.certificate, to: path + "/client.pem")
        try write(identity.key, to: path + "/client.key")
        return ["--cert", path + "/client.pem", "--key", path + "/client.key"]
    }

    private func write(_ text: String, to file: String) throws {
        let isWritten = FileManager.default.createFile(
            atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        if !isWritten { throw CocoaError(.fileWriteUnknown) }
    }
}
