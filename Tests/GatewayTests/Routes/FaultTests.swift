import Testing

@Suite(.timeLimit(.minutes(5)))
struct FaultTests {
    @Test func `a trap tells its name and where it happened`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.trapping)
            let answer = try await server.invoke(id, #"{"export":"descend","args":[3]}"#)
            let error = try expectRefusal(answer, 500, "wasmtime")
            #expect(error.trap == "unreachable")
            #expect(error.exitCode == nil)
            #expect(error.frames?.map(\.function) == ["descend", "descend", "descend", "descend"])
            #expect(error.frames?.allSatisfy { ($0.offset ?? 0) > 0 } == true)
            #expect(answer["server-timing"] != nil)

            let divided = try await server.invoke(id, #"{"export":"divide","args":[1,0]}"#)
            #expect(try expectRefusal(divided, 500, "wasmtime").trap == "integer_division_by_zero")
            let loaded = try await server.invoke(id, #"{"export":"load","args":[4294967295]}"#)
            #expect(try expectRefusal(loaded, 500, "wasmtime").trap == "out_of_bounds")
            #expect(try await server.metrics().invocations("trap") == 3)
            try await server.expectHealthy()
        }
    }

    @Test func `of a deep stack the innermost 20 frames are told`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.trapping)
            let deep = try await server.invoke(id, #"{"export":"descend","args":[100]}"#)
            #expect(try expectRefusal(deep, 500, "wasmtime").frames?.count == 20)

            let overflow = try await server.invoke(id, #"{"export":"descend","args":[-1]}"#)
            let error = try expectRefusal(overflow, 500, "wasmtime")
            #expect(error.trap == "stack_overflow")
            #expect(error.frames?.count == 20)
            #expect(overflow.body.count < 8_192)
            try await server.expectHealthy()
        }
    }

    @Test func `a start function that traps fails the call`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(
                #"(module (func $begin unreachable) (start $begin) (func (export "main")))"#)
            let error = try expectRefusal(try await server.invoke(id), 500, "wasmtime")
            #expect(error.trap == "unreachable")
            #expect(error.frames?.map(\.function) == ["begin"])
            try await server.expectHealthy()
        }
    }

    @Test func `leaving with code 0 is success, and with another a fault that tells the code`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.leaving)
            let good = try await server.invoke(id, #"{"input_b64":"AA=="}"#)
            #expect(good.text == #"{"function_id":"\#(id)","result":"ok"}"#)
            let bad = try await server.invoke(id, #"{"input_b64":"Bw=="}"#)
            let error = try expectRefusal(bad, 500, "wasmtime")
            #expect(error.exitCode == 7)
            #expect(error.trap == nil)
            try await server.expectHealthy()
        }
    }
}
