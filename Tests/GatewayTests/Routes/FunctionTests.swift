import Testing

@Suite(.timeLimit(.minutes(5)))
struct FunctionTests {
    private static let unknown = "00000000-0000-4000-8000-000000000000"

    @Test func `a deployed function is shown as it was answered at its creation`() async throws {
        try await withTestServer { server in
            let created = try await server.create(wat: Guest.identities)
            let record = try created.json(FunctionBody.self)
            let shown = try await server.request("GET", "/functions/\(record.id)")
            #expect(shown.status == 200)
            #expect(shown.text == created.text)
            #expect(record.exports.map(\.name) == ["i32", "i64", "f32", "f64", "all", "none"])
            #expect(record.exports[4].results == ["i32", "i64", "f32", "f64"])
        }
    }

    @Test func `an id in upper case is the same id`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.add)
            let upper = id.uppercased()
            #expect(try await server.request("GET", "/functions/\(upper)").json(FunctionBody.self).id == id)
            let call = try await server.invoke(upper, #"{"export":"add","args":[1,1]}"#)
            #expect(call.text == #"{"function_id":"\#(id)","result":[2]}"#)
            #expect(try await server.request("DELETE", "/functions/\(upper)").status == 204)
        }
    }

    @Test func `a deleted function is gone for every route, and a second deletion does not find it`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.add)
            #expect(try await server.invoke(id, #"{"export":"add","args":[1,1]}"#).status == 200)

            let deleted = try await server.request("DELETE", "/functions/\(id)")
            #expect(deleted.status == 204)
            #expect(deleted["content-length"] == nil && deleted["content-type"] == nil)
            expectIdentifiers(deleted)

            try expectRefusal(try await server.request("DELETE", "/functions/\(id)"), 404, "not_found")
            try expectRefusal(try await server.request("GET", "/functions/\(id)"), 404, "not_found")
            try expectRefusal(try await server.invoke(id, #"{"export":"add"}"#), 404, "not_found")
            let list = try await server.request("GET", "/functions").json(FunctionBody.Page.self)
            #expect(list.functions.isEmpty && list.nextCursor == nil)
            #expect(try await server.metrics()["tensor_wasm_functions"] == 0)
            #expect(storedFiles(server.directory).isEmpty)
        }
    }

    @Test(arguments: [
        unknown, "1", "..", "%2e%2e", "...", "0000000000004000800000000000000000", "\(unknown)0",
        "g0000000-0000-4000-8000-000000000000", "00000000-0000-4000-8000-00000000000", "%00", "*", "a%2Fb",
    ])
    func `an id that no function has is not found, whatever it looks like`(id: String) async throws {
        try await withTestServer { server in
            try await server.deploy(Guest.add)
            try expectRefusal(try await server.request("GET", "/functions/\(id)"), 404, "not_found")
            try expectRefusal(try await server.request("DELETE", "/functions/\(id)"), 404, "not_found")
            try expectRefusal(try await server.invoke(id), 404, "not_found")
            let page = try await server.metrics()
            #expect(page.requests("/functions/:id", "GET", 404) == 1)
            #expect(page.requests("/functions/:id", "DELETE", 404) == 1)
            #expect(page.requests("/functions/:id/invoke", "POST", 404) == 1)
            try await server.expectHealthy()
        }
    }

    @Test(arguments: [
        "/functions/", "/functions//invoke", "/functions/../../etc/passwd", "/functions/a/../b",
        "/functions/\(unknown)/",
        "/functions/\(unknown)/invoke/", "/functions/\(unknown)/Invoke", "/", "//", "/Healthz", "/healthz/",
        "/%2e%2e/etc",
        "/functions/%2e%2e%2f%2e%2e/invoke/x", "*",
    ])
    func `a path of no route is not found`(target: String) async throws {
        try await withTestServer { server in
            for method in ["GET", "POST", "DELETE"] {
                try expectRefusal(try await server.request(method, target), 404, "not_found")
            }
            #expect(try await server.metrics().requests("unknown", "GET", 404) == 1)
        }
    }
}
