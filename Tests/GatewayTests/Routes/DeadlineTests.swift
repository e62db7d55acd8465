import Testing

@Suite(.timeLimit(.minutes(5)))
struct DeadlineTests {
    @Test func `a call that outlasts its deadline is ended`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.endless)
            let clock = ContinuousClock()
            let start = clock.now
            let ended = try await server.invoke(id, headers: ["x-tensorwasm-deadline-ms": "250"])
            let elapsed = clock.now - start
            try expectRefusal(ended, 504, "invoke_timeout")
            #expect(ended["server-timing"] != nil)
            // How close it comes is for the benchmarks; here other tests take the processors at the same time.
            #expect(elapsed >= .milliseconds(250) && elapsed < .seconds(10), "\(elapsed)")
            #expect(try await server.metrics().invocations("timeout") == 1)
            try await server.expectHealthy()
        }
    }

    @Test func `while a guest does not end, others are called and answered`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.endless)
            try await server.connect { connection in
                try await connection.send(Request.invoke(id))
                try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "the guest did not start")
                for index in 0..<5 {
                    let other = try await server.invoke(id, #"{"export":"add","args":[20,\#(index)]}"#)
                    #expect(other.text == #"{"function_id":"\#(id)","result":[\#(20 + index)]}"#)
                }
                #expect(try await server.metrics()["tensor_wasm_active_instances"] == 1)
                try await connection.close()
            }
            try await server.expectHealthy()
        }
    }

    @Test func `the server's own deadline holds when the client asks for none`() async throws {
        try await withTestServer(["LIMIT_DEADLINE_MS": "50"]) { server in
            let id = try await server.deploy(Guest.endless)
            try expectRefusal(try await server.invoke(id), 504, "invoke_timeout")
            let shorter = try await server.invoke(id, headers: ["x-tensorwasm-deadline-ms": "1"])
            try expectRefusal(shorter, 504, "invoke_timeout")
            let longest = try await server.invoke(
                id, #"{"export":"add","args":[1,1]}"#, headers: ["x-tensorwasm-deadline-ms": "50"])
            #expect(longest.status == 200)
            try await server.expectHealthy()
        }
    }

    @Test(arguments: ["0", "-1", "51", "1.5", "+1", "1e1", "", "ten", "99999999999999999999999"])
    func `a deadline that is no number within the maximum is refused`(text: String) async throws {
        try await withTestServer(["LIMIT_DEADLINE_MS": "50"]) { server in
            let id = try await server.deploy(Guest.add)
            let answer = try await server.invoke(
                id, #"{"export":"add","args":[1,1]}"#, headers: ["x-tensorwasm-deadline-ms": text])
            let error = try expectRefusal(answer, 400, "bad_request")
            #expect(error.message.contains("1 to 50"))
        }
    }

    @Test func `a start function that never ends meets the deadline too`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(
                #"(module (func $loop (loop (br 0))) (start $loop) (func (export "main")))"#)
            let answer = try await server.invoke(id, headers: ["x-tensorwasm-deadline-ms": "50"])
            try expectRefusal(answer, 504, "invoke_timeout")
            try await server.expectHealthy()
        }
    }
}
