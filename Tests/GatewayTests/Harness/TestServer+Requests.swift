import Testing

@testable import Gateway

extension TestServer {
    /// Runs `body` with a connection to this server.
    func connect<Value>(_ body: (RawConnection) async throws -> Value) async throws -> Value {
        try await RawConnection.open(port: port, body)
    }

    /// Sends one well-formed request over a connection of its own.
    @discardableResult
    func request(
        _ method: String, _ target: String, headers: [String: String] = [:], body: [UInt8] = []
    ) async throws -> RawResponse {
        try await connect { connection in
            try await connection.send(Array(Request.head(method, target, headers, length: body.count).utf8) + body)
            return try await connection.response(isHead: method == "HEAD")
        }
    }

    @discardableResult
    func request(
        _ method: String, _ target: String, headers: [String: String] = [:], body: String
    ) async throws -> RawResponse {
        try await request(method, target, headers: headers, body: Array(body.utf8))
    }

    /// Uploads a module as JSON with its text.
    func create(wat: String, name: String = "guest") async throws -> RawResponse {
        let body = #"{"name":\#(Request.json(name)),"wat":\#(Request.json(wat))}"#
        return try await request("POST", "/functions", headers: ["content-type": "application/json"], body: body)
    }

    /// Uploads a module in the binary format.
    func create(wasm: [UInt8], name: String = "guest") async throws -> RawResponse {
        try await request(
            "POST", "/functions?name=\(name)", headers: ["content-type": "application/wasm"], body: wasm)
    }

    /// Deploys a module that is in order.
    /// - Returns: the id of the function.
    @discardableResult
    func deploy(_ wat: String, name: String = "guest") async throws -> String {
        let response = try await create(wat: wat, name: name)
        try #require(response.status == 200, "\(response.text)")
        return try response.json(FunctionBody.self).id
    }

    /// Calls a function.
    func invoke(
        _ id: String, _ body: String = "", headers: [String: String] = [:]
    ) async throws -> RawResponse {
        try await request(
            "POST", "/functions/\(id)/invoke",
            headers: headers.merging(["content-type": "application/json"]) { own, _ in own }, body: body)
    }

    func metrics() async throws -> MetricsPage { MetricsPage(try await request("GET", "/metrics").text) }

    /// Reads the metrics until they say what is waited for, and fails when they do not in time.
    @discardableResult
    func metrics(
        until condition: (MetricsPage) -> Bool, _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> MetricsPage {
        let deadline = ContinuousClock.now + .seconds(20)
        while true {
            let page = try await metrics()
            if condition(page) { return page }
            guard ContinuousClock.now < deadline else {
                Issue.record("\(what)\n\(page.text)", sourceLocation: sourceLocation)
                return page
            }
        }
    }

    /// Expects that what happened before has left nothing behind and that the server answers.
    func expectHealthy(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let response = try await request("GET", "/healthz")
        #expect(response.status == 200, sourceLocation: sourceLocation)
        try await metrics(until: \.isQuiet, "the server did not come to rest", sourceLocation: sourceLocation)
        #expect(gateway.bodies.usedBytes == 0, sourceLocation: sourceLocation)
    }
}
