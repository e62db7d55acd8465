import Foundation
import Testing

@testable import WasmEngine

@Suite(.timeLimit(.minutes(5)))
struct CreateTests {
    private static let exports = [FunctionBody.Export(name: "add", parameters: ["i32", "i32"], results: ["i32"])]

    /// The forms in which one module can be uploaded: content type, target, body.
    private static func forms() throws -> [(type: String, target: String, body: [UInt8])] {
        let wasm = try ModuleFormat.binary(fromText: Array(Guest.add.utf8))
        let base64 = Data(wasm).base64EncodedString()
        return [
            ("application/json", "/functions", Array(#"{"name":"adder","wasm_b64":"\#(base64)"}"#.utf8)),
            ("Application/JSON; charset=utf-8", "/functions", Array(#"{"wasm_b64":"\#(base64)","name":"adder"}"#.utf8)),
            (
                "application/json", "/functions?name=ignored",
                Array(#"{"other":[{}],"wat":\#(Request.json(Guest.add)),"name":"adder"}"#.utf8)
            ),
            ("application/wasm", "/functions?name=adder", wasm),
            ("application/wat", "/functions?name=add%65r&x=1", Array(Guest.add.utf8)),
        ]
    }

    @Test func `every form of upload deploys the same module, which can then be called`() async throws {
        try await withTestServer { server in
            var records: [FunctionBody] = []
            for form in try Self.forms() {
                let response = try await server.request(
                    "POST", form.target, headers: ["content-type": form.type], body: form.body)
                #expect(response.status == 200, "\(form.type): \(response.text)")
                records.append(try response.json())
            }
            let wasm = try ModuleFormat.binary(fromText: Array(Guest.add.utf8))
            for record in records {
                #expect(record.name == "adder")
                #expect(record.tenant == 0)
                #expect(record.digest == records[0].digest)
                #expect(record.sizeBytes == wasm.count)
                #expect(record.exports == Self.exports)
                let call = try await server.invoke(record.id, #"{"export":"add","args":[2,40]}"#)
                #expect(call.text == #"{"function_id":"\#(record.id)","result":[42]}"#)
            }
            #expect(Set(records.map(\.id)).count == records.count)
            #expect(records[0].digest.utf8.count == 64)
            let page = try await server.metrics()
            #expect(page["tensor_wasm_functions"] == Double(records.count))
            #expect(page["tensor_wasm_module_compile_seconds_count"] == 1)
        }
    }

    @Test(arguments: ["../../etc/passwd", "a", String(repeating: "é", count: 128), "a\\\"/\u{2028} 🦀"])
    func `a name is any text of 1 to 256 bytes, and never a path`(name: String) async throws {
        try await withTestServer { server in
            let response = try await server.create(wat: Guest.add, name: name)
            #expect(response.status == 200, "\(response.text)")
            #expect(try response.json(FunctionBody.self).name == name)
            let parent = (server.directory as NSString).deletingLastPathComponent
            #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == ["data"])
        }
    }

    @Test func `functions outlive the server and are not compiled again`() async throws {
        try await withTemporaryDirectory { path in
            let id = try await withTestServer(at: path + "/data") { try await $0.deploy(Guest.add) }
            try await withTestServer(at: path + "/data") { server in
                let call = try await server.invoke(id, #"{"export":"add","args":[1,2]}"#)
                #expect(call.text == #"{"function_id":"\#(id)","result":[3]}"#)
                let page = try await server.metrics()
                #expect(page["tensor_wasm_module_compile_seconds_count"] == 0)
                #expect(page[#"tensor_wasm_module_cache_hits_total{tier="disk"}"#] == 1)
            }
        }
    }
}
