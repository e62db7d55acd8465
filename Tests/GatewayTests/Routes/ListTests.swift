import Testing

@Suite(.timeLimit(.minutes(5)))
struct ListTests {
    private func page(_ server: TestServer, _ query: String) async throws -> FunctionBody.Page {
        let response = try await server.request("GET", "/functions" + query)
        #expect(response.status == 200, "\(query): \(response.text)")
        return try response.json()
    }

    @Test func `pages follow each other by their cursors and hold every function once`() async throws {
        try await withTestServer { server in
            var deployed: [String] = []
            for index in 0..<5 { deployed.append(try await server.deploy(Guest.add, name: "f\(index)")) }

            #expect(try await page(server, "").functions.map(\.id) == deployed)
            #expect(try await page(server, "").nextCursor == nil)

            var listed: [String] = []
            var sizes: [Int] = []
            var query = "?limit=2"
            while true {
                let page = try await page(server, query)
                listed += page.functions.map(\.id)
                sizes.append(page.functions.count)
                guard let cursor = page.nextCursor else { break }
                query = "?limit=2&cursor=\(cursor)"
            }
            #expect(listed == deployed)
            #expect(sizes == [2, 2, 1])
        }
    }

    @Test func `a name selects the functions of exactly that name`() async throws {
        try await withTestServer { server in
            let first = try await server.deploy(Guest.add, name: "a b")
            try await server.deploy(Guest.add, name: "a")
            let second = try await server.deploy(Guest.add, name: "a b")
            #expect(try await page(server, "?name=a+b").functions.map(\.id) == [first, second])
            #expect(try await page(server, "?name=a%20b").functions.map(\.id) == [first, second])
            #expect(try await page(server, "?name=A+b").functions.isEmpty)
            let cut = try await page(server, "?name=a%20b&limit=1")
            #expect(cut.functions.map(\.id) == [first])
            let cursor = try #require(cut.nextCursor)
            #expect(try await page(server, "?name=a%20b&cursor=\(cursor)").functions.map(\.id) == [second])
            try expectRefusal(
                try await server.request("GET", "/functions?cursor=\(cursor)"), 400, "bad_request")
        }
    }

    @Test(arguments: [
        "limit=0", "limit=1001", "limit=-1", "limit=%2B1", "limit=1.0", "limit=", "limit=ten",
        "limit=99999999999999999999", "cursor=", "cursor=x", "cursor=0123456789abcdef0123456789abcdef", "name=%",
        "name=%4", "name=%zz", "name=%ff", "x=%",
    ])
    func `a query that is not in order is refused`(query: String) async throws {
        try await withTestServer { server in
            try expectRefusal(try await server.request("GET", "/functions?\(query)"), 400, "bad_request")
            #expect(try await page(server, "?limit=1000&unknown=1&&=").functions.isEmpty)
        }
    }
}
