import Foundation
import Testing

@testable import Gateway

struct TLSFilesTests {
    private func fault(_ change: (CertificateFolder) throws -> Void) async throws -> TLSFault? {
        try await withTemporaryDirectory { path -> TLSFault? in
            let folder = try CertificateFolder(path, clients: .required)
            try change(folder)
            do throws(TLSFault) {
                _ = try TLSContextBox(folder.files)
                return nil
            } catch {
                return error
            }
        }
    }

    private func expectFault(
        _ setting: String, _ reason: String, _ change: (CertificateFolder) throws -> Void
    ) async throws {
        let fault = try #require(try await fault(change))
        #expect(fault.setting == "TENSOR_WASM_TLS_" + setting)
        #expect(fault.reason.contains(reason), "\(fault)")
    }

    @Test func `files that are in order are accepted`() async throws {
        #expect(try await fault { _ in } == nil)
    }

    @Test func `a missing file is named`() async throws {
        try await expectFault("CERTIFICATE_FILE", "server.pem: No such file") {
            try FileManager.default.removeItem(atPath: $0.files.certificate)
        }
        try await expectFault("KEY_FILE", "server.key: No such file") {
            try FileManager.default.removeItem(atPath: $0.files.key)
        }
        try await expectFault("CLIENT_CA_FILE", "authority.pem: No such file") {
            try FileManager.default.removeItem(atPath: $0.authorityFile)
        }
    }

    @Test(arguments: [0o640, 0o604, 0o620]) func `a key that others may read or change is refused`(
        mode: Int
    ) async throws {
        try await expectFault("KEY_FILE", "by other users") {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: $0.files.key)
        }
    }

    @Test func `what is not a certificate or a key is refused, and not shown`() async throws {
        let secret = "opensesame"
        try await expectFault("CERTIFICATE_FILE", "no certificate") {
            try $0.replace(with: .init(certificate: secret, key: $0.authority.identity("a").key))
        }
        let fault = try #require(
            try await fault { try $0.replace(with: .init(certificate: $0.authority.certificate, key: secret)) })
        #expect(fault.setting == "TENSOR_WASM_TLS_KEY_FILE")
        #expect(!fault.description.contains(secret))
    }

    @Test func `a key of another certificate is refused`() async throws {
        try await expectFault("KEY_FILE", "is not the key") {
            let (one, other) = (try $0.authority.identity("one"), try $0.authority.identity("other"))
            try $0.replace(with: .init(certificate: one.certificate, key: other.key))
        }
    }

    @Test func `a directory and a device are no files`() async throws {
        try await expectFault("CERTIFICATE_FILE", "not a regular file") {
            try FileManager.default.removeItem(atPath: $0.files.certificate)
            try FileManager.default.createDirectory(
                atPath: $0.files.certificate, withIntermediateDirectories: false)
        }
        try await expectFault("CERTIFICATE_FILE", "not a regular file") {
            try FileManager.default.removeItem(atPath: $0.files.certificate)
            try FileManager.default.createSymbolicLink(
                atPath: $0.files.certificate, withDestinationPath: "/dev/zero")
        }
    }
}
