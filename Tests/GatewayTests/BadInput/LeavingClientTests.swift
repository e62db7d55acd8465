import Testing

@Suite(.timeLimit(.minutes(5)))
struct LeavingClientTests {
    /// The ways in which the client of a call can go.
    enum Farewell: CaseIterable {
        case close
        case reset
        case halfClose
    }

    private func leave(_ connection: RawConnection, _ farewell: Farewell) async throws {
        switch farewell {
        case .close: try await connection.close()
        case .reset: try await connection.reset()
        case .halfClose:
            try await connection.finishSending()
            // The client may still read; the server has nothing for it but the end.
            _ = try await connection.rest()
        }
    }

    @Test(arguments: Farewell.allCases, [false, true])
    func `a call whose client leaves is cancelled`(farewell: Farewell, isChunked: Bool) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.endless)
            try await server.connect { connection in
                let target = "/functions/\(id)/invoke"
                try await connection.send(
                    isChunked
                        ? "POST \(target) HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"
                        : Request.head("POST", target, [:], length: 0))
                try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "the guest did not start")
                try await leave(connection, farewell)
            }
            try await server.metrics(until: { $0.invocations("cancelled") == 1 }, "the call was not cancelled")
            try await server.expectHealthy()
        }
    }

    @Test func `a call that waits for an instance is withdrawn when its client leaves`() async throws {
        try await withTestServer(["LIMIT_INSTANCES": "1"]) { server in
            let id = try await server.deploy(Guest.endless)
            try await server.connect { running in
                try await running.send(Request.invoke(id))
                try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "the guest did not start")
                try await server.connect { waiting in
                    try await waiting.send(Request.invoke(id, #"{"export":"add","args":[1,2]}"#))
                    try await server.metrics(
                        until: { $0["tensor_wasm_admission_queue_depth"] == 1 }, "the second call does not wait")
                    try await waiting.close()
                }
                let page = try await server.metrics(
                    until: { $0["tensor_wasm_admission_queue_depth"] == 0 }, "the second call still waits")
                #expect(page["tensor_wasm_active_instances"] == 1)
                try await running.close()
            }
            let page = try await server.metrics(
                until: { $0.invocations("cancelled") == 2 }, "the calls were not cancelled")
            #expect(page["tensor_wasm_instance_spawns_total"] == 1)
            try await server.expectHealthy()
        }
    }

    @Test(arguments: Farewell.allCases)
    func `a client that leaves in the middle of its request is forgotten`(farewell: Farewell) async throws {
        let requests = [
            "GET /heal", "POST /functions HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\n{}",
            "POST /functions/00000000-0000-4000-8000-000000000000/invoke HTTP/1.1\r\ncontent-length: 10\r\n\r\n{}",
            "POST /functions HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}",
        ]
        try await withTestServer { server in
            for request in requests {
                try await server.connect { connection in
                    try await connection.send(request)
                    try await leave(connection, farewell)
                }
                try await server.expectHealthy()
            }
            #expect(storedFiles(server.directory).isEmpty)
        }
    }

    @Test func `a client that has said all it has to say still gets its answer`() async throws {
        try await withTestServer { server in
            let create = Request.head("POST", "/functions?name=a", ["content-type": "application/wat"], length: 8)
            let requests = [
                Request.head("GET", "/healthz", [:], length: 0), Request.head("GET", "/functions", [:], length: 0),
                create + "(module)",
            ]
            for request in requests {
                try await server.connect { connection in
                    try await connection.send(request)
                    try await connection.finishSending()
                    #expect(try await connection.response().status == 200)
                    #expect(try await connection.rest() == "")
                }
            }
            try await server.expectHealthy()
        }
    }
}
