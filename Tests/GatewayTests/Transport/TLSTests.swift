import Foundation
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct TLSTests {
    private func withServer(
        _ clients: CertificateFolder.ClientCertificates = .notAsked, _ variables: [String: String] = [:],
        _ body: (TLSTestServer, CertificateFolder) async throws -> Void
    ) async throws {
        try await withTemporaryDirectory { path in
            let folder = try CertificateFolder(path, clients: clients)
            try await withTLSServer(folder, variables) { try await body($0, folder) }
        }
    }

    @Test(arguments: [(["--http1.1"], "1.1 200"), (["--http2"], "2 200"), (["--no-alpn"], "1.1 200")])
    func `an encrypted connection speaks what the client has agreed to`(
        arguments: [String], expected: String
    ) async throws {
        try await withServer { server, _ in
            let answer = try await server.curl("/healthz", arguments)
            #expect(answer.output.hasSuffix(expected), "\(answer)")
        }
    }

    @Test(arguments: [(["--tls-max", "1.1"], false), (["--tls-max", "1.2"], true), (["--tlsv1.3"], true)])
    func `versions of TLS before the second are refused`(arguments: [String], isAnswered: Bool) async throws {
        try await withServer { server, _ in
            let answer = try await server.curl("/healthz", arguments + ["--ciphers", "DEFAULT@SECLEVEL=0"])
            #expect((answer.status == 0) == isAnswered, "\(answer)")
        }
    }

    @Test func `a client that does not encrypt is disconnected`() async throws {
        try await withServer { server, _ in
            try await RawConnection.open(port: server.port) { connection in
                try await connection.send("GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n")
                let answer = try? await connection.response()
                #expect(answer == nil)
            }
            #expect(try await server.curl("/healthz").status == 0)
        }
    }

    @Test(arguments: [["--http1.1"], ["--http2"]])
    func `a client with a certificate of the authority is let in`(arguments: [String]) async throws {
        try await withServer(.required) { server, folder in
            let client = try folder.client(try folder.authority.identity("worker"))
            let answer = try await server.curl("/healthz", client + arguments)
            #expect(answer.output.hasSuffix("200"), "\(answer)")
        }
    }

    @Test(arguments: ["--http1.1", "--http2"])
    func `the audit record names the certificate of the client`(version: String) async throws {
        try await withTemporaryDirectory { path in
            let folder = try CertificateFolder(path, clients: .required)
            let file = path + "/audit.log"
            try await withTLSServer(folder, ["API_AUDIT_LOG": "file:" + file]) { server in
                let client = try folder.client(try folder.authority.identity("worker"))
                let answer = try await server.curl(
                    "/functions/00000000-0000-4000-8000-000000000000", client + [version, "-X", "DELETE"])
                #expect(answer.output.hasSuffix("404"), "\(answer)")
            }
            let records = try String(contentsOfFile: file, encoding: .utf8)
            #expect(records.contains("\"client_cert_subject\":\"CN=worker\""), "\(records)")
        }
    }

    @Test(arguments: ["1.2", "1.3"])
    func `a client with a certificate may take up its session again`(version: String) async throws {
        try await withServer(.required) { server, folder in
            let client = try folder.client(try folder.authority.identity("worker"))
            let url = "https://localhost:\(server.port)/healthz"
            // The second connection of one run resumes the session of the first.
            let answer = try await server.curl(
                "/healthz", client + [url, "--http1.1", "--tls-max", version, "-H", "connection: close"])
            #expect(answer.output.components(separatedBy: "1.1 200").count == 3, "\(answer)")
        }
    }

    @Test(arguments: [CertificateFolder.ClientCertificates.required, .optional])
    func `a client with a certificate of somebody else is refused`(
        clients: CertificateFolder.ClientCertificates
    ) async throws {
        try await withServer(clients) { server, folder in
            let stranger = try TestAuthority("Test Authority")
            let client = try folder.client(try stranger.identity("worker"))
            let answer = try await server.curl("/healthz", client)
            #expect(answer.status != 0, "\(answer)")
        }
    }

    @Test(arguments: [(CertificateFolder.ClientCertificates.required, false), (.optional, true)])
    func `a client without a certificate is let in where none is required`(
        clients: CertificateFolder.ClientCertificates, isAnswered: Bool
    ) async throws {
        try await withServer(clients) { server, _ in
            let answer = try await server.curl("/healthz")
            #expect((answer.status == 0) == isAnswered, "\(answer)")
        }
    }

    @Test func `new connections get the certificate that was read last`() async throws {
        try await withServer { server, folder in
            let other = try TestAuthority("Other Authority")
            try folder.replace(with: try other.identity("server"))
            #expect(try await server.curl("/healthz").status == 0)
            try server.tls.reload()
            #expect(try await server.curl("/healthz").status == 60)
        }
    }

    @Test func `a certificate that cannot be read leaves the one in use`() async throws {
        try await withServer { server, folder in
            try folder.replace(with: TestAuthority.Identity(certificate: "nonsense", key: "nonsense"))
            #expect(throws: TLSFault.self) { try server.tls.reload() }
            #expect(try await server.curl("/healthz").status == 0)
        }
    }

    @Test(arguments: [[], [0x16], [0x16, 0x03, 0x01, 0x02, 0x00, 0x01]] as [[UInt8]])
    func `a handshake that does not end is cut off`(bytes: [UInt8]) async throws {
        try await withServer(.notAsked, ["LIMIT_REQUEST_READ_SECONDS": "1"]) { server, _ in
            try await RawConnection.open(port: server.port) { connection in
                if !bytes.isEmpty { try await connection.send(bytes) }
                #expect(try await connection.rest() == "")
            }
            #expect(try await server.curl("/healthz").status == 0)
        }
    }

    @Test(arguments: [["--http1.1"], ["--http2"]])
    func `an encrypted call is answered, large answers included`(arguments: [String]) async throws {
        try await withServer { server, _ in
            let answer = try await server.curl("/openapi.json", arguments)
            #expect(answer.output.utf8.count > 20_000)
            #expect(answer.output.hasSuffix(" 200"))
        }
    }
}
