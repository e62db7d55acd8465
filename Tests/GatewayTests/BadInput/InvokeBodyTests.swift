import Testing

@Suite(.timeLimit(.minutes(5)))
struct InvokeBodyTests {
    private static let args256 = [String](repeating: "1", count: 256).joined(separator: ",")

    @Test(arguments: [
        ("{", 400, "invalid_json"), ("[1]", 400, "invalid_json"), (#"{"export":1}"#, 400, "invalid_json"),
        (#"{"args":{}}"#, 400, "invalid_json"), (#"{"input":[]}"#, 400, "invalid_json"),
        (#"{"args":[01]}"#, 400, "invalid_json"), (#"{"export":"i32","args":[1]} x"#, 400, "invalid_json"),
        (String(repeating: "[", count: 100_000), 400, "invalid_json"),
        (#"{"input_b64":"a"}"#, 400, "invalid_base64"), (#"{"input":"a","input_b64":""}"#, 400, "bad_request"),
        (#"{"args":[\#(args256),1]}"#, 400, "too_many_args"),
        (#"{"export":"i32","args":[\#(args256)]}"#, 400, "invalid_args"),
        (#"{"export":"gone"}"#, 400, "missing_export"), (#"{"export":""}"#, 400, "missing_export"),
        (#"{"export":"memory"}"#, 400, "missing_export"), ("", 400, "missing_export"),
        (#"{"export":"i32"}"#, 400, "invalid_args"), (#"{"export":"none","args":[1]}"#, 400, "invalid_args"),
        (#"{"export":"vector","args":[]}"#, 400, "unsupported_return_type"),
        (#"{"export":"reference"}"#, 400, "unsupported_return_type"),
        (#"{"export":"takes_vector","args":[1]}"#, 400, "invalid_args"),
    ])
    func `a call that is not in order is refused before an instance is made`(
        body: String, status: Int, kind: String
    ) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(
                """
                (module (memory (export "memory") 1)
                  (func (export "none"))
                  (func (export "i32") (param i32))
                  (func (export "vector") (result v128) (v128.const i64x2 0 0))
                  (func (export "reference") (result funcref) (ref.null func))
                  (func (export "takes_vector") (param v128)))
                """)
            try expectRefusal(try await server.invoke(id, body), status, kind)
            #expect(try await server.metrics()["tensor_wasm_instance_spawns_total"] == 0)
            try await server.expectHealthy()
        }
    }

    @Test(arguments: [
        ("1.5,2,3,4", 0), ("\"1\",2,3,4", 0), ("2147483648.0,2,3,4", 0), ("4294967296,2,3,4", 0),
        ("-2147483649,2,3,4", 0), ("true,2,3,4", 0), ("null,2,3,4", 0), ("1,18446744073709551616,3,4", 1),
        ("1,\"0x1\",3,4", 1), ("1,\"\",3,4", 1), ("1,2e0,3,4", 1), ("1,2,\"3\",4", 2), ("1,2,1e39,4", 2),
        ("1,2,\"nan\",4", 2), ("1,2,3,1e309", 3), ("1,2,3,[4]", 3), ("1,2,3,{}", 3),
    ])
    func `an argument that does not fit its parameter is refused by its index`(
        arguments: String, index: Int
    ) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.identities)
            let answer = try await server.invoke(id, #"{"export":"all","args":[\#(arguments)]}"#)
            let error = try expectRefusal(answer, 400, "invalid_args")
            #expect(error.message.hasPrefix("argument \(index) "), "\(error.message)")
            try await server.expectHealthy()
        }
    }

    @Test func `256 arguments are not too many`() async throws {
        try await withTestServer { server in
            let parameters = String(repeating: " i32", count: 256)
            let id = try await server.deploy(
                #"(module (func (export "main") (param\#(parameters)) (result i32) (local.get 255)))"#)
            let answer = try await server.invoke(id, #"{"args":[\#(Self.args256)]}"#)
            #expect(answer.text == #"{"function_id":"\#(id)","result":[1]}"#)
        }
    }

    @Test(arguments: ["text/plain", "application/wasm", "application/x-www-form-urlencoded"])
    func `a body of another type is refused, an empty one is not`(type: String) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(#"(module (func (export "main")))"#)
            let target = "/functions/\(id)/invoke"
            let answer = try await server.request("POST", target, headers: ["content-type": type], body: "{}")
            try expectRefusal(answer, 415, "unsupported_media_type")
            #expect(try await server.request("POST", target, headers: ["content-type": type]).status == 200)
        }
    }

    @Test func `a request that is not in order does not tell whether a function exists`() async throws {
        try await withTestServer { server in
            let unknown = "00000000-0000-4000-8000-000000000000"
            try expectRefusal(try await server.invoke(unknown, "{"), 400, "invalid_json")
            try expectRefusal(try await server.invoke(unknown, "{}"), 404, "not_found")
        }
    }
}
