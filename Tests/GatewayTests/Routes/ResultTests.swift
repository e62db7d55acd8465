import Testing

@Suite(.timeLimit(.minutes(5)))
struct ResultTests {
    /// Calls an export and returns the text of the member `result`, the last of the answer.
    private func result(
        _ server: TestServer, _ id: String, _ export: String, _ arguments: String
    ) async throws -> String {
        let response = try await server.invoke(id, #"{"export":"\#(export)","args":[\#(arguments)]}"#)
        let start = #"{"function_id":"\#(id)","result":"#
        #expect(response.status == 200 && response.text.hasPrefix(start), "\(arguments): \(response.text)")
        return String(response.text.dropFirst(start.count).dropLast())
    }

    @Test func `numbers come back as they were given, in every type`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.identities)
            let cases = [
                ("i32", "0", "[0]"), ("i32", "-2147483648", "[-2147483648]"), ("i32", "4294967295", "[-1]"),
                ("i64", "9007199254740993", "[9007199254740993]"),
                ("i64", "\"-9223372036854775808\"", "[-9223372036854775808]"),
                ("i64", "18446744073709551615", "[-1]"), ("f32", "0.1", "[0.1]"), ("f32", "3", "[3.0]"),
                ("f64", "0.1", "[0.1]"), ("f64", "-0.0", "[-0.0]"), ("f64", "1e300", "[1e+300]"),
                ("f64", "5e-324", "[5e-324]"), ("f64", "\"NaN\"", "[\"NaN\"]"),
                ("f64", "\"Infinity\"", "[\"Infinity\"]"), ("f32", "\"-Infinity\"", "[\"-Infinity\"]"),
                ("f32", "\"NaN\"", "[\"NaN\"]"), ("all", "-1,-2,0.5,1e100", "[-1,-2,0.5,1e+100]"),
                ("none", "", "\"ok\""),
            ]
            for (export, arguments, expected) in cases {
                #expect(try await result(server, id, export, arguments) == expected, "\(export)(\(arguments))")
            }
            #expect(try await server.metrics().invocations("ok") == Double(cases.count))
        }
    }

    @Test func `without an export's name, _start comes before main`() async throws {
        try await withTestServer { server in
            let main = #"(func (export "main") (result i32) i32.const 1)"#
            let start = #"(func (export "_start") (result i32) i32.const 2)"#
            let both = try await server.deploy("(module \(main) \(start))")
            let one = try await server.deploy("(module \(main))")
            for body in ["", "{}", " \n", #"{"export":null,"args":null,"input":null}"#, #"{"unknown":{"a":[1]}}"#] {
                #expect(
                    try await server.invoke(both, body).text == #"{"function_id":"\#(both)","result":[2]}"#, "\(body)")
            }
            #expect(try await server.invoke(one).text == #"{"function_id":"\#(one)","result":[1]}"#)
            let typeless = try await server.request(
                "POST", "/functions/\(one)/invoke", headers: ["content-type": "text/x"])
            #expect(typeless.status == 200)
        }
    }

    @Test func `an answer tells where the time went`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.identities)
            let timing = try #require(try await server.invoke(id, #"{"export":"none"}"#)["server-timing"])
            let pattern = try Regex(#"queue;dur=\d+\.\d{3}, spawn;dur=\d+\.\d{3}, guest;dur=\d+\.\d{3}"#)
            #expect(timing.wholeMatch(of: pattern) != nil, "\(timing)")
        }
    }

    @Test func `every call has a fresh instance`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(
                """
                (module (global $count (mut i32) (i32.const 0))
                  (func (export "main") (result i32)
                    (global.set $count (i32.add (global.get $count) (i32.const 1))) (global.get $count)))
                """)
            for _ in 0..<3 {
                #expect(try await server.invoke(id).text == #"{"function_id":"\#(id)","result":[1]}"#)
            }
            let page = try await server.metrics()
            #expect(page["tensor_wasm_instance_spawns_total"] == 3)
            #expect(page["tensor_wasm_instance_terminations_total"] == 3)
        }
    }
}
