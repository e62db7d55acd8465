import Foundation
import Testing

/// When a server refuses to start, and what it says then.
struct StartTests {
    @Test func `a second server on the same data directory is refused with the reason`() async throws {
        try await withTemporaryDirectory { directory in
            try await ServerProcess.with(dataDirectory: directory) { server in
                let second = try await Self.serve(["--addr", "127.0.0.1:0", "--data-dir", directory.path])
                #expect(second.status == 1)
                #expect(second.output.contains("in use by another process"), "\(second.output)")
                #expect(try await server.send("/readyz").status == 200)
            }
        }
    }

    @Test func `only checking answers ok, serves nothing, and leaves the directory free`() async throws {
        try await withTemporaryDirectory { directory in
            let result = try await Self.serve(["--check-only", "--data-dir", directory.path])
            #expect(result.status == 0)
            #expect(result.output == "ok\n")
            try await ServerProcess.with(dataDirectory: directory) { server in
                let health = try await server.send("/healthz")
                #expect(health.body == #"{"status":"ok"}"#)
            }
        }
    }

    @Test func `an address that other machines reach needs the flag that says so`() async throws {
        try await withTemporaryDirectory { directory in
            let arguments = ["--check-only", "--addr", "0.0.0.0:0", "--data-dir", directory.path]
            let refused = try await Self.serve(arguments)
            #expect(refused.status == 2)
            #expect(refused.output.contains("--allow-plaintext-public"))
            #expect(try await Self.serve(arguments + ["--allow-plaintext-public"]).status == 0)
        }
    }

    @Test func `a malformed setting stops the start and is named`() async throws {
        try await withTemporaryDirectory { directory in
            let result = try await RunningProcess.run(
                Checkout.program, ["serve", "--check-only", "--data-dir", directory.path],
                environment: ["TENSOR_WASM_LIMIT_INSTANCES": "many"])
            #expect(result.status == 2)
            #expect(result.output.contains("TENSOR_WASM_LIMIT_INSTANCES"))
        }
    }

    @Test func `a device that does not exist stops the start and is named`() async throws {
        try await withTemporaryDirectory { directory in
            let result = try await RunningProcess.run(
                Checkout.program, ["serve", "--check-only", "--data-dir", directory.path],
                environment: ["TENSOR_WASM_DEVICE": "cuda"])
            #expect(result.status == 1)
            #expect(result.output.contains("no CUDA device"), "\(result.output)")
        }
    }

    private static func serve(_ arguments: [String]) async throws -> RunningProcess.Result {
        try await RunningProcess.run(Checkout.program, ["serve"] + arguments)
    }
}
