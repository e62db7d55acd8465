import Testing

@Suite(.timeLimit(.minutes(5)))
struct ModuleTests {
    private static let magic: [UInt8] = [0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00]

    /// Expects a refusal that leaves nothing behind.
    private func expectRefused(
        _ server: TestServer, _ answer: RawResponse, _ status: Int, _ kind: String, message: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let error = try expectRefusal(answer, status, kind, sourceLocation: sourceLocation)
        #expect(message.isEmpty || error.message.contains(message), "\(error.message)", sourceLocation: sourceLocation)
        #expect(!error.message.contains(server.directory), sourceLocation: sourceLocation)
        #expect(storedFiles(server.directory).isEmpty, sourceLocation: sourceLocation)
        #expect(try await server.metrics()["tensor_wasm_functions"] == 0, sourceLocation: sourceLocation)
        try await server.expectHealthy(sourceLocation: sourceLocation)
    }

    @Test(
        arguments: [
            ("nothing at all", []), ("a magic number alone", [0x00, 0x61, 0x73, 0x6D]),
            ("text", Array("(module)".utf8)),
            ("an ELF file", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]),
            ("another version", [0x00, 0x61, 0x73, 0x6D, 2, 0, 0, 0]),
            ("a section of an unknown kind", magic + [0x40, 0x01, 0x00]),
            ("a section longer than the file", magic + [0x01, 0x7F, 0x00]),
            ("a section cut in its length", magic + [0x01, 0x80]),
            (
                "a body that leaves the stack unbalanced",
                magic + [1, 4, 1, 0x60, 0, 0] + [3, 2, 1, 0] + [10, 5, 1, 3, 0, 0x6A, 0x0B]
            ),
            (
                "a body with an unknown instruction",
                magic + [1, 4, 1, 0x60, 0, 0] + [3, 2, 1, 0] + [10, 5, 1, 3, 0, 0xFF, 0x0B]
            ),
            ("a function without a body", magic + [1, 4, 1, 0x60, 0, 0] + [3, 2, 1, 0]),
            ("sections out of order", magic + [3, 1, 0] + [1, 1, 0]),
        ] as [(String, [UInt8])])
    func `bytes that are no module are refused`(_ what: String, bytes: [UInt8]) async throws {
        try await withTestServer { server in
            try await expectRefused(server, try await server.create(wasm: bytes), 400, "invalid_wasm")
        }
    }

    @Test func `a custom section is no reason to refuse a module`() async throws {
        try await withTestServer { server in
            let bytes = Self.magic + [0x00, 0x05, 0x04] + Array("note".utf8)
            let answer = try await server.create(wasm: bytes)
            #expect(answer.status == 200)
        }
    }

    @Test func `a component is refused with a message that says so`() async throws {
        try await withTestServer { server in
            let component: [UInt8] = [0x00, 0x61, 0x73, 0x6D, 0x0D, 0x00, 0x01, 0x00]
            try await expectRefused(
                server, try await server.create(wasm: component), 400, "invalid_wasm", message: "component")
            try await expectRefused(
                server, try await server.create(wat: "(component)"), 400, "invalid_wasm", message: "component")
        }
    }

    @Test(arguments: ["", "(module", "(module (func (result i32)))", "(module (func (call $nobody)))", "\u{0}"])
    func `text that is no module is refused`(text: String) async throws {
        try await withTestServer { server in
            try await expectRefused(server, try await server.create(wat: text), 400, "invalid_wasm")
        }
    }

    @Test func `an import that nobody offers is named`() async throws {
        try await withTestServer { server in
            let unknown = #"(module (import "env" "launch_missiles" (func)))"#
            try await expectRefused(
                server, try await server.create(wat: unknown), 400, "missing_import", message: "env launch_missiles")
            let wrongType = #"(module (import "wasi:tensor/host" "input-len" (func (param i64))))"#
            try await expectRefused(
                server, try await server.create(wat: wrongType), 400, "missing_import", message: "input-len")
        }
    }

    @Test func `memory and tables above their caps are refused`() async throws {
        try await withTestServer(["LIMIT_MEMORY_BYTES": "1MiB", "LIMIT_TABLE_ELEMENTS": "100"]) { server in
            try await expectRefused(
                server, try await server.create(wat: "(module (memory 17))"), 413, "module_memory_too_large")
            try await expectRefused(
                server, try await server.create(wat: "(module (table 101 funcref))"), 413, "module_memory_too_large")
            #expect(try await server.create(wat: "(module (memory 16) (table 100 funcref))").status == 200)
        }
    }

    @Test func `a module above the limit is refused in whatever form it comes`() async throws {
        try await withTestServer(["LIMIT_MODULE_BYTES": "1KiB"]) { server in
            let note = Array("note".utf8) + [UInt8](repeating: 0, count: 1_100)
            let large = Self.magic + [0x00, 0xD1, 0x08, 0x04] + note
            try await expectRefused(server, try await server.create(wasm: large), 413, "module_too_large")
            let data = String(repeating: "x", count: 1_100)
            try await expectRefused(
                server, try await server.create(wat: "(module (memory 1) (data (i32.const 0) \"\(data)\"))"), 413,
                "module_too_large")
        }
    }

    @Test func `a module with two memories or a shared one runs or is refused, and harms nobody`() async throws {
        try await withTestServer { server in
            for text in ["(module (memory 1) (memory 1))", "(module (memory 1 2 shared))", "(module (memory i64 1))"] {
                let answer = try await server.create(wat: text)
                if answer.status != 200 { try expectRefusal(answer, 400, "invalid_wasm") }
                try await server.expectHealthy()
            }
        }
    }
}
