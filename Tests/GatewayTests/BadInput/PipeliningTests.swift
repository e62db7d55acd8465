import Testing

@Suite(.timeLimit(.minutes(5)))
struct PipeliningTests {
    @Test func `requests sent in one write are answered in their order`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.add)
            try await server.connect { connection in
                let calls = (0..<10).map { Request.invoke(id, #"{"export":"add","args":[\#($0),100]}"#) }
                try await connection.send(calls.joined() + Request.head("GET", "/healthz", [:], length: 0))
                for index in 0..<10 {
                    #expect(
                        try await connection.response().text == #"{"function_id":"\#(id)","result":[\#(100 + index)]}"#)
                }
                #expect(try await connection.response().text == #"{"status":"ok"}"#)
            }
            try await server.expectHealthy()
        }
    }

    @Test func `requests of both drivers and their refusals keep their order`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.add)
            let call = Request.invoke(id, #"{"export":"add","args":[1,2]}"#)
            let bad = Request.invoke(id, "{")
            let health = Request.head("GET", "/healthz", [:], length: 0)
            let chunked = "POST /functions/\(id)/invoke HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n"
            try await server.connect { connection in
                try await connection.send(
                    [call, health, bad, chunked + "1\r\n{\r\n0\r\n\r\n", call, health, "garbage\r\n\r\n"].joined())
                for status in [200, 200, 400, 400, 200, 200, 400] {
                    #expect(try await connection.response().status == status)
                }
                #expect(try await connection.rest() == "")
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a call holds back the requests behind it on its connection and no others`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.endless)
            let health = Request.head("GET", "/healthz", [:], length: 0)
            try await server.connect { connection in
                try await connection.send(Request.invoke(id) + health)
                try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "the guest did not start")
                #expect(try await server.request("GET", "/healthz").status == 200)
                #expect(try await server.metrics().requests("/healthz", "GET", 200) == 1)
                // A farewell would wait behind the second request; a reset does not.
                try await connection.reset()
            }
            try await server.metrics(until: { $0.invocations("cancelled") == 1 }, "the call was not cancelled")
            try await server.connect { connection in
                let limited = ["x-tensorwasm-deadline-ms": "100"]
                try await connection.send(Request.head("POST", "/functions/\(id)/invoke", limited, length: 0) + health)
                try expectRefusal(try await connection.response(), 504, "invoke_timeout")
                #expect(try await connection.response().status == 200)
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a request that comes in single bytes is answered`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.add)
            try await server.connect { connection in
                for byte in Request.invoke(id, #"{"export":"add","args":[1,2]}"#).utf8 {
                    try await connection.send([byte])
                }
                #expect(try await connection.response().text == #"{"function_id":"\#(id)","result":[3]}"#)
            }
        }
    }
}
