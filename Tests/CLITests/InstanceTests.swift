import Testing

@testable import CLI

@Suite("A command for instances")
struct InstanceTests {
    private static let listing = CannedServer.Answer(
        #"{"instances":[{"id":"7","tenant_id":3,"function_id":"f","export":"ma\u001b[1min","state":"running","#
            + #""started_unix_ms":1,"memory_bytes":1048576}]}"#)

    @Test("lists those of the tenant, or of all tenants")
    func list() async throws {
        let answers = ["GET /instances": Self.listing, "GET /instances?tenants=all": Self.listing]
        try await CannedServer.with(answers) { url, server in
            let recorded = RecordedConsole(isTerminal: true)
            #expect(await recorded.run("admin", "instance", "list", "--server", url, "--tenant", "3") == 0)
            #expect(recorded.output.hasPrefix("ID  TENANT  FUNCTION  EXPORT"))
            #expect(recorded.output.contains("\n7   3       f         ma"))
            #expect(recorded.output.hasSuffix("  1 MiB\n"))
            #expect(!recorded.output.contains("\u{1B}"))
            let json = RecordedConsole()
            #expect(
                await json.run("admin", "instance", "list", "--all-tenants", "--server", url, "--output", "json") == 0)
            #expect(json.output == Self.listing.body + "\n")
            #expect(server.requests.first?.headers["X-TensorWasm-Tenant"] == ["3"])
        }
    }

    @Test("terminates one, and fails for one that is gone")
    func terminate() async throws {
        let answers = [
            "DELETE /instances/7": CannedServer.Answer(204, ""),
            "DELETE /instances/8": CannedServer.Answer.error(404, "instance_not_found"),
        ]
        try await CannedServer.with(answers) { url, _ in
            let recorded = RecordedConsole()
            #expect(await recorded.run("admin", "instance", "terminate", "7", "--server", url) == 0)
            #expect(recorded.output == "terminated 7\n")
            #expect(await RecordedConsole().run("admin", "instance", "terminate", "8", "--server", url) == 1)
        }
    }
}
