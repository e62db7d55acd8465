import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Runtime
import Storage

/// Answers one request in a task: receives its body within the limits, calls the route's handler, writes the answer.
struct TaskResponder {
    let gateway: Gateway
    let presence: ClientPresence

    /// - Throws: when the connection must be closed.
    func respond(to request: Request, _ writer: consuming ResponseWriter) async throws {
        let target = request.head.path ?? ""
        let match = RouteMatch(target: target)
        let scope = gateway.begin(
            method: request.method.rawValue, route: match.route, traceparent: request.headers[.traceparent])
        var status = Gateway.clientClosedRequest
        // Counted out on every way out of here, a client that leaves included.
        defer { gateway.end(scope, status: status) }

        var body = RequestBodyReader(request: request, budget: gateway.bodies)
        defer { body.release() }
        let response: GatewayResponse
        do throws(APIError) {
            try checkMethod(request.method, match.route)
            if body.awaitsContinue, match.route?.limitsBody == true {
                try body.checkAnnouncedLength(limit: gateway.settings.limits.bodyBytes)
                try? await writer.writeInformationalHead(HTTPResponse(status: .continue))
            }
            response = try await answer(request, target, match, scope, &body)
        } catch {
            if !body.isClientGone { gateway.log(error, scope) }
            response = .error(error, scope)
        }
        if body.isClientGone { throw ChannelError.inputClosed }
        var final = response
        if !body.isComplete || request.headers[.connection] == "close" { final.closesConnection = true }
        try await write(final, scope, isHead: request.method == .head, writer)
        status = final.status
        guard final.closesConnection else { return }
        // The client may still be sending; what it sends is read for a while, so that it sees the answer first.
        await body.drain()
        throw ChannelError.outputClosed
    }

    private func checkMethod(_ method: HTTPRequest.Method, _ route: Route?) throws(APIError) {
        guard let route else { throw APIError(.notFound, "there is no such route") }
        guard route.methods.contains(method.rawValue) else {
            var error = APIError(.methodNotAllowed, "\(route.template) does not answer this method")
            error.allow = route.methods
            throw error
        }
    }

    private func answer(
        _ request: Request, _ target: String, _ match: RouteMatch, _ scope: RequestScope,
        _ body: inout RequestBodyReader
    ) async throws(APIError) -> GatewayResponse {
        let limit = gateway.settings.limits.bodyBytes
        switch (match.route, request.method) {
        case (.healthz, _): return Gateway.healthy
        case (.readyz, _): return try await gateway.ready()
        case (.openapi, _): return Gateway.openAPI
        case (.metrics, _):
            return try gateway.metricsPage(
                accept: request.headers[.accept], authorization: request.headers[values: .authorization])
        case (.functions, .post):
            let bytes = try await body.collect(limit: limit)
            return try await gateway.create(
                target: target, contentType: ContentType(request.headers[.contentType]), body: bytes)
        case (.functions, _): return try await gateway.list(target: target)
        case (.function, .delete): return try await gateway.delete(functionID(match))
        case (.function, _): return try await gateway.show(functionID(match))
        case (.invoke, _):
            let bytes = try await body.collect(limit: limit)
            return await invoke(scope, FunctionID(ascii: match.id), request, bytes)
        case (nil, _): throw APIError(.notFound, "there is no such route")
        }
    }

    private func functionID(_ match: RouteMatch) throws(APIError) -> FunctionID {
        guard let id = FunctionID(ascii: match.id) else { throw APIError(RuntimeError.notFound) }
        return id
    }

    private func invoke(
        _ scope: RequestScope, _ id: FunctionID?, _ request: Request, _ body: ByteBuffer
    ) async -> GatewayResponse {
        let head = Gateway.InvokeHead(
            contentType: request.headers[.contentType], deadline: request.headers[.deadline])
        let leaving = LeavingClient(gateway: gateway, presence: presence)
        defer { leaving.forget() }
        return await withCheckedContinuation { continuation in
            let call = gateway.invoke(scope, id: id, head: head, body: body) { continuation.resume(returning: $0) }
            if let call { leaving.watch(call) }
        }
    }

    private func write(
        _ response: GatewayResponse, _ scope: RequestScope, isHead: Bool, _ writer: consuming ResponseWriter
    ) async throws {
        var head = HTTPResponse(status: HTTPResponse.Status(code: response.status))
        response.forEachHeader(scope) { name, value in
            if let name = HTTPField.Name(name) { head.headerFields.append(HTTPField(name: name, value: value)) }
        }
        if isHead || response.body.readableBytes == 0 {
            try await writer.writeResponse(head)
        } else {
            try await writer.write(response: head, body: ResponseBody(byteBuffer: response.body))
        }
    }
}

extension Route {
    /// Whether requests of the route have a body that is received.
    fileprivate var limitsBody: Bool { self == .functions || self == .invoke }
}

extension HTTPField.Name {
    fileprivate static let traceparent = Self("traceparent")!
    fileprivate static let deadline = Self("x-tensorwasm-deadline-ms")!
}
