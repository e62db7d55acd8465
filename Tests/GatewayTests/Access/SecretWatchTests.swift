import Testing

@Suite(.timeLimit(.minutes(5)))
struct SecretWatchTests {
    /// Without this, a watch that looks nowhere would let every secret pass.
    @Test func `the watch over all servers of the suite finds a token that one writes`() async throws {
        let token = "alpha-token"
        let headers = [
            "authorization": "Bearer \(token)", "x-tensorwasm-tenant": "1", "content-type": "application/wat",
        ]
        try await withKnownIssue {
            try await withTestServer(["API_TOKENS": "\(token):tenant=1"]) { server in
                let answer = try await server.request(
                    "POST", "/functions?name=\(token)", headers: headers, body: "(module)")
                #expect(answer.status == 200)
            }
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("holds the token \(token)") }
        }
    }
}
