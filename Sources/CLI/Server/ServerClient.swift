import AsyncHTTPClient
import NIOCore

/// Talks to the HTTP API and turns everything but a success into a ``CommandError``.
struct ServerClient: Sendable {
    let connection: ServerConnection
    let http: HTTPClient

    /// Lends a client to `body` and closes its connections afterwards.
    static func with<Result>(
        _ options: ServerOptions, in console: Console, _ body: (ServerClient) async throws -> Result
    ) async throws -> Result {
        let connection = try options.connection(in: console.environment)
        if let warning = connection.warning { console.warn(warning) }
        var configuration = HTTPClient.Configuration(
            // Following a redirect would hand the token to a server that nobody named.
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: .seconds(ClientLimits.connectSeconds)))
        configuration.httpVersion = .http1Only
        configuration.tlsConfiguration = try connection.tls?.configuration()
        // A server that refuses the connection is told at once; repeating until the timeout would only hide it.
        configuration.connectionPool.retryConnectionEstablishment = false
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let result = try await body(ServerClient(connection: connection, http: http))
            try? await http.shutdown()
            return result
        } catch {
            try? await http.shutdown()
            throw error
        }
    }

    /// - Returns: the body of a success.
    /// - Throws: ``CommandError`` when the server cannot be reached, or with what it answered.
    func send(_ request: ServerRequest) async throws(CommandError) -> [UInt8] {
        let status: Int
        let body: [UInt8]
        do {
            let response = try await http.execute(message(for: request), timeout: request.timeout)
            status = Int(response.status.code)
            body = Array(try await response.body.collect(upTo: ClientLimits.responseBytes).readableBytesView)
        } catch {
            throw failure(of: error)
        }
        guard (200..<300).contains(status) else {
            throw CommandError(status: status, body: body, subject: request.subject)
        }
        return body
    }

    /// As ``send(_:)``, for routes that answer JSON.
    func json(_ request: ServerRequest) async throws(CommandError) -> JSONValue {
        let body = try await send(request)
        do {
            return try JSONReader.read(body)
        } catch {
            throw .unexpectedAnswer("its answer is not JSON: \(error)")
        }
    }

    func message(for request: ServerRequest) -> HTTPClientRequest {
        var message = HTTPClientRequest(url: connection.address.description + request.target)
        message.method =
            switch request.method {
            case .get: .GET
            case .post: .POST
            case .delete: .DELETE
            }
        message.headers.add(name: "User-Agent", value: "tensor-wasm/\(TensorWasmVersion.current)")
        for (name, value) in request.headers { message.headers.add(name: name, value: value) }
        if let tenant = connection.tenant { message.headers.add(name: "X-TensorWasm-Tenant", value: "\(tenant)") }
        if let token = request.token ?? connection.token {
            message.headers.add(name: "Authorization", value: "Bearer \(token)")
        }
        message.body = request.body
        return message
    }

    func failure(of error: any Error) -> CommandError {
        let address = connection.address
        if let reason = TLSFailure.reason(of: error) {
            return CommandError(.failure, kind: "tls_failed", "cannot talk to the server at \(address): \(reason)")
        }
        switch error {
        case let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout:
            return CommandError(.failure, kind: "timeout", "the server at \(address) did not answer in time")
        case is NIOTooManyBytesError:
            return .unexpectedAnswer("its answer is larger than \(ClientLimits.responseBytes) bytes")
        default:
            return CommandError(
                .failure, kind: "unreachable",
                "cannot reach the server at \(address) (is it running? `tensor-wasm serve`): \(error)")
        }
    }
}
