import Testing

@testable import CLI

@Suite("An encrypted connection")
struct ClientTLSTests {
    @Test("takes the files that were named, for https only")
    func files() throws {
        let options = try TLSOptions.parse(["--ca-file", "ca", "--cert", "c", "--key", "k"])
        let files = try options.files(for: ServerAddress("https://host"))
        #expect(files == ClientTLS(authorities: "ca", certificate: "c", key: "k"))
        #expect(throws: CommandError.self) { try options.files(for: ServerAddress("http://host")) }
        #expect(try TLSOptions.parse([]).files(for: ServerAddress("http://host")) == nil)
    }

    @Test("needs files that can be read and are what they should be")
    func contents() throws {
        let garbage = try TemporaryFile(
            "-----BEGIN CERTIFICATE-----\nsecret-text\n-----END CERTIFICATE-----\n", name: "pem")
        let empty = try TemporaryFile("", name: "pem")
        for path in [garbage.path, empty.path, "/nonexistent"] {
            for files in [
                ClientTLS(authorities: path, certificate: nil, key: nil),
                ClientTLS(authorities: nil, certificate: path, key: path),
                ClientTLS(authorities: nil, certificate: nil, key: path),
            ] {
                #expect {
                    try files.configuration()
                } throws: { error in
                    guard let error = error as? CommandError else { return false }
                    return error.code == .badInput && error.message.contains(path) && !error.message.contains("secret")
                }
            }
        }
    }

    @Test("fails before anything is sent when a file is missing")
    func missing() async {
        let recorded = RecordedConsole()
        #expect(await recorded.run("metrics", "--server", "https://127.0.0.1:1", "--ca-file", "/nonexistent") == 2)
    }

    @Test(
        "fails in words that say what to do",
        arguments: [
            ("error:1000007d:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED at a.cc:1", "--ca-file"),
            ("OPENSSL_internal:TLSV1_ALERT_CERTIFICATE_REQUIRED at a.cc:2", "--cert"),
            ("anything", "could not be made"),
        ])
    func reasons(_ text: String, _ advice: String) {
        #expect(TLSFailure.reason(describedAs: text).contains(advice))
    }

    @Test("is refused by a server that does not encrypt, in such words")
    func plainServer() async throws {
        try await CannedServer.with([:]) { url, _ in
            let recorded = RecordedConsole()
            #expect(await recorded.run("metrics", "--server", url.replacing("http:", with: "https:")) == 1)
            #expect(recorded.errors.contains("tls_failed"))
            #expect(!recorded.errors.contains(".swift"))
        }
    }
}
