import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)), .enabled(if: Mount.isAvailable, "needs the right to mount a file system"))
struct FullDiskTests {
    @Test func `a full disk refuses new functions, keeps the old ones, and is used again when it has space`()
        async throws
    {
        try await Mount.withTmpfs(mebibytes: 8) { path in
            try await withTestServer(at: path + "/data") { server in
                let kept = try await server.deploy(Guest.add)
                let before = storedFiles(server.directory)
                try fill(path + "/filler")

                let answer = try await server.create(wat: Guest.identities)
                let error = try expectRefusal(answer, 503, "capacity_exhausted")
                #expect(answer["retry-after"] == "1")
                #expect(!error.message.contains(path))
                #expect(storedFiles(server.directory) == before)
                try expectRefusal(try await server.request("GET", "/readyz"), 503, "not_ready")
                #expect(try await server.invoke(kept, #"{"export":"add","args":[1,2]}"#).status == 200)
                #expect(try await server.metrics()["tensor_wasm_functions"] == 1)
                try await server.expectHealthy()

                try FileManager.default.removeItem(atPath: path + "/filler")
                #expect(try await server.request("GET", "/readyz").status == 200)
                let later = try await server.deploy(Guest.identities)
                #expect(try await server.invoke(later, #"{"export":"none"}"#).status == 200)
                let list = try await server.request("GET", "/functions").json(FunctionBody.Page.self)
                #expect(list.functions.map(\.id) == [kept, later])
            }
        }
    }

    @Test func `a module that does not fit leaves nothing behind`() async throws {
        try await Mount.withTmpfs(mebibytes: 4) { path in
            try await withTestServer(at: path + "/data") { server in
                let bytes: [UInt8] = [0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00]
                // A custom section with 8 MiB behind its name; the length before it in LEB128.
                let section: [UInt8] = [0x00, 0x85, 0x80, 0x80, 0x04, 0x04] + Array("note".utf8)
                let module = bytes + section + [UInt8](repeating: 1, count: 8 << 20)
                try expectRefusal(try await server.create(wasm: module), 503, "capacity_exhausted")
                #expect(storedFiles(server.directory).isEmpty)
                #expect(try await server.metrics()["tensor_wasm_functions"] == 0)
                #expect(try await server.create(wat: Guest.add).status == 200)
                try await server.expectHealthy()
            }
        }
    }

    /// Takes all the space of a file system.
    private func fill(_ path: String) throws {
        try Data().write(to: URL(filePath: path))
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? file.close() }
        for count in [1 << 20, 1 << 12, 1] {
            let bytes = Data(repeating: 1, count: count)
            while (try? file.write(contentsOf: bytes)) != nil {}
        }
    }
}
