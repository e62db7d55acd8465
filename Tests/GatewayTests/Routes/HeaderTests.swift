import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct HeaderTests {
    private static let trace = "0af7651916cd43dd8448eb211c80319c"

    @Test func `every answer carries ids, and no two requests share one`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.add)
            let answers = [
                try await server.request("GET", "/healthz"), try await server.request("GET", "/readyz"),
                try await server.request("GET", "/metrics"), try await server.request("GET", "/openapi.json"),
                try await server.request("GET", "/functions"), try await server.request("GET", "/functions/\(id)"),
                try await server.invoke(id, #"{"export":"add","args":[1,2]}"#), try await server.invoke(id, "{"),
                try await server.request("PUT", "/functions"), try await server.request("GET", "/nowhere"),
                try await server.request("DELETE", "/functions/\(id)"),
            ]
            for answer in answers {
                expectIdentifiers(answer)
                #expect(answer["date"]?.hasSuffix(" GMT") == true)
            }
            #expect(Set(answers.map { $0["x-request-id"] }).count == answers.count)
            #expect(Set(answers.map { $0["x-trace-id"] }).count == answers.count)
        }
    }

    @Test(arguments: ["/healthz", "/nowhere", "/functions/00000000-0000-4000-8000-000000000000/invoke"])
    func `the trace of the client is continued`(target: String) async throws {
        try await withTestServer { server in
            let parent = ["traceparent": "00-\(Self.trace)-b7ad6b7169203331-01"]
            for method in ["GET", "POST"] {
                let answer = try await server.request(method, target, headers: parent)
                #expect(answer["x-trace-id"] == Self.trace)
                #expect(answer["x-request-id"] != Self.trace)
            }
        }
    }

    @Test(arguments: [
        "00-00000000000000000000000000000000-b7ad6b7169203331-01", "00-\(trace)-b7ad6b7169203331", "garbage", "",
        "ff-\(trace)-b7ad6b7169203331-01", "00-\(trace.uppercased())-b7ad6b7169203331-01",
    ])
    func `a malformed traceparent starts a new trace`(parent: String) async throws {
        try await withTestServer { server in
            let answer = try await server.request("GET", "/healthz", headers: ["traceparent": parent])
            #expect(answer.status == 200)
            expectIdentifiers(answer)
            #expect(answer["x-trace-id"] != Self.trace)
            #expect(answer["x-trace-id"] != String(repeating: "0", count: 32))
        }
    }

    @Test func `a method that a route does not answer is refused with those that it does`() async throws {
        try await withTestServer { server in
            for route in Route.allCases {
                let target = route.template.replacing(":id", with: "00000000-0000-4000-8000-000000000000")
                let others = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]
                for method in others where !route.methods.contains(method) && method != "HEAD" {
                    let answer = try await server.request(method, target)
                    try expectRefusal(answer, 405, "method_not_allowed")
                    #expect(answer["allow"] == route.methods.joined(separator: ", "), "\(method) \(target)")
                }
            }
        }
    }

    @Test(arguments: ["/healthz", "/readyz", "/openapi.json", "/functions", "/nowhere"])
    func `HEAD is answered as GET is, without the body`(target: String) async throws {
        try await withTestServer { server in
            try await server.connect { connection in
                try await connection.send(
                    "HEAD \(target) HTTP/1.1\r\nhost: a\r\n\r\nGET \(target) HTTP/1.1\r\nhost: a\r\n\r\n")
                let head = try await connection.response(isHead: true)
                let get = try await connection.response()
                #expect(head.status == get.status)
                #expect(head["content-type"] == get["content-type"])
                #expect(head["content-length"] == get["content-length"])
                #expect(!get.body.isEmpty)
                expectIdentifiers(head)
            }
        }
    }
}
