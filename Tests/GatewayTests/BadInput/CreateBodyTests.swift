import Testing

@Suite(.timeLimit(.minutes(5)))
struct CreateBodyTests {
    private static let json = ["content-type": "application/json"]

    @Test(arguments: [
        ("", "invalid_json"), (" ", "invalid_json"), ("{", "invalid_json"), ("[]", "invalid_json"),
        ("null", "invalid_json"), (#""name""#, "invalid_json"), (#"{"name":"a","wasm_b64":"AGFzbQ"#, "invalid_json"),
        (#"{"name":"a","wat":"(module)"}}"#, "invalid_json"), (#"{"name":"a"}"#, "invalid_json"),
        (#"{"name":"a","wat":1}"#, "invalid_json"), (#"{"name":"a","wasm_b64":[]}"#, "invalid_json"),
        (#"{"name":"a","wasm_b64":"AGFzbQEAAAA"}"#, "invalid_base64"),
        (#"{"name":"a","wasm_b64":"AGFzbQEAAAA-"}"#, "invalid_base64"),
        (#"{"name":"a","wasm_b64":"AGFz bQEAAAA="}"#, "invalid_base64"),
        (#"{"name":"a","wasm_b64":"AGFzbQEAAAB="}"#, "invalid_base64"),
        (#"{"name":"a","wasm_b64":"AGFzbQEAAAA=","wat":"(module)"}"#, "bad_request"),
        (#"{"name":"a","wat":"(module)","init":"go"}"#, "bad_request"),
        (#"{"name":"a","snapshot_id":"1"}"#, "bad_request"),
        (#"{"wat":"(module)"}"#, "invalid_name"), (#"{"name":null,"wat":"(module)"}"#, "invalid_name"),
        (#"{"name":7,"wat":"(module)"}"#, "invalid_name"), (#"{"name":"","wat":"(module)"}"#, "invalid_name"),
        (#"{"name":" \t","wat":"(module)"}"#, "invalid_name"),
        (#"{"name":"a\u0000","wat":"(module)"}"#, "invalid_name"),
        (#"{"name":"a\n","wat":"(module)"}"#, "invalid_name"),
        (#"{"name":"a\u007f","wat":"(module)"}"#, "invalid_name"),
        (#"{"name":"\#(String(repeating: "n", count: 257))","wat":"(module)"}"#, "invalid_name"),
    ])
    func `a body that is no deployment is refused and leaves nothing behind`(
        body: String, kind: String
    ) async throws {
        try await withTestServer { server in
            let answer = try await server.request("POST", "/functions", headers: Self.json, body: body)
            try expectRefusal(answer, 400, kind)
            #expect(storedFiles(server.directory).isEmpty)
            #expect(try await server.metrics()["tensor_wasm_functions"] == 0)
            try await server.expectHealthy()
        }
    }

    @Test func `bytes that are not UTF-8 are not JSON`() async throws {
        try await withTestServer { server in
            let body = Array(#"{"name":""#.utf8) + [0xFF] + Array(#"","wat":"(module)"}"#.utf8)
            let answer = try await server.request("POST", "/functions", headers: Self.json, body: body)
            try expectRefusal(answer, 400, "invalid_json")
        }
    }

    @Test(arguments: ["text/plain", "application/octet-stream", "application/json5", "multipart/form-data; boundary=x"])
    func `a content type that is no form of a module is refused`(type: String) async throws {
        try await withTestServer { server in
            let answer = try await server.request(
                "POST", "/functions?name=a", headers: ["content-type": type], body: "(module)")
            try expectRefusal(answer, 415, "unsupported_media_type")
            try await server.expectHealthy()
        }
    }

    @Test(arguments: [
        ("", "invalid_name"), ("?name=", "invalid_name"), ("?name=+", "invalid_name"), ("?name=%00", "invalid_name"),
        ("?name=%0A", "invalid_name"), ("?Name=a", "invalid_name"), ("?name=%", "bad_request"),
        ("?name=%ff", "bad_request"),
    ])
    func `an upload in binary needs a good name in its query`(query: String, kind: String) async throws {
        try await withTestServer { server in
            let answer = try await server.request(
                "POST", "/functions\(query)", headers: ["content-type": "application/wat"], body: "(module)")
            try expectRefusal(answer, 400, kind)
            #expect(storedFiles(server.directory).isEmpty)
        }
    }
}
