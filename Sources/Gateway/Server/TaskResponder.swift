import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Runtime
import Storage
import Telemetry

/// Answers one request in a task: checks who calls, receives its body within the limits, calls the route's handler,
/// writes the answer.
struct TaskResponder {
    let gateway: Gateway
    let presence: ClientPresence
    let connection: ConnectionInfo

    /// - Parameter channel: the connection's, or with several requests on it at a time that of the request.
    /// - Throws: when the connection must be closed.
    func respond(to request: Request, _ writer: consuming ResponseWriter, on channel: any Channel) async throws {
        let target = request.head.path ?? ""
        let match = RouteMatch(target: target)
        let fields = AccessFields(request.head)
        let scope = gateway.begin(
            method: request.method.rawValue, route: match.route, traceparent: request.headers[.traceparent], connection)
        gateway.noteForwardedCertificate(fields, scope)
        var status = Gateway.clientClosedRequest
        // Counted out on every way out of here, a client that leaves included.
        var held: UInt64 = 0
        defer { gateway.end(scope, status: status, held: held) }

        var body = RequestBodyReader(request: request, budget: gateway.bodies)
        defer { body.release() }
        let incoming = IncomingRequest(request: request, target: target, match: match, fields: fields, scope: scope)
        var response: GatewayResponse
        var stream: StreamRequest?
        do throws(APIError) {
            try gateway.access.checkHost(fields)
            if let preflight = gateway.crossOrigin.preflight(
                fields.origin, requestedMethod: request.method == .options ? request.headers[.requestedMethod] : nil,
                route: match.route)
            {
                response = preflight
            } else {
                try checkMethod(request.method, match.route)
                if incoming.receivesBody {
                    try body.checkAnnouncedLength(limit: gateway.settings.limits.bodyBytes)
                }
                let caller =
                    match.route?.needsCaller == true ? try await gateway.verifiedCaller(fields, scope) : nil
                if body.awaitsContinue, incoming.receivesBody {
                    try? await writer.writeInformationalHead(HTTPResponse(status: .continue))
                }
                if match.route == .invokeStream, let caller {
                    let bytes = try await body.collect(limit: gateway.settings.limits.bodyBytes)
                    stream = try StreamRequest(gateway: gateway, incoming: incoming, caller: caller, body: bytes)
                    response = GatewayResponse(status: 200)
                } else {
                    response = try await answer(incoming, caller, &body)
                }
            }
        } catch {
            if !body.isClientGone { gateway.log(error, scope) }
            response = .error(error, scope)
        }
        if body.isClientGone { throw ChannelError.inputClosed }
        if let stream {
            status = try await stream.answer(writer, StreamConnection(channel: channel, presence: presence))
            return
        }
        response = await audited(response, scope)
        response.headers += gateway.crossOrigin.fields(fields.origin)
        held = connection.refusals.hold(status: response.status, now: MonotonicClock.now())
        if held > 0 {
            try await Task.sleep(nanoseconds: held)
            connection.refusals.release(now: MonotonicClock.now())
        }
        if !body.isComplete || request.headers[.connection] == "close" { response.closesConnection = true }
        try await write(response, scope, isHead: request.method == .head, writer)
        status = response.status
        guard response.closesConnection else { return }
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
        _ incoming: IncomingRequest, _ caller: Caller?, _ body: inout RequestBodyReader
    ) async throws(APIError) -> GatewayResponse {
        guard let caller else { return try await openAnswer(incoming) }
        if incoming.receivesBody {
            let bytes = try await body.collect(limit: gateway.settings.limits.bodyBytes)
            return try await bodyAnswer(incoming, caller, bytes)
        }
        let (scope, target) = (incoming.scope, incoming.target)
        switch (incoming.match.route, incoming.request.method) {
        case (.functions, _): return try await gateway.list(caller, target: target)
        case (.function, .delete): return try await gateway.delete(caller, functionID(incoming))
        case (.function, _): return try await gateway.show(caller, functionID(incoming))
        case (.jobs, _): return try await gateway.listJobs(caller, target: target)
        case (.job, .delete): return try await gateway.cancelJob(scope, caller, incoming.jobID)
        case (.job, _): return try await gateway.showJob(caller, incoming.jobID)
        case (.instances, _): return try gateway.listInstances(caller, target: target)
        case (.instance, _): return try gateway.terminateInstance(scope, caller, incoming.match.id)
        default: throw APIError(.notFound, "there is no such route")
        }
    }

    /// Answers a request for which it does not matter who calls.
    private func openAnswer(_ incoming: IncomingRequest) async throws(APIError) -> GatewayResponse {
        switch incoming.match.route {
        case .healthz: return Gateway.healthy
        case .readyz: return try await gateway.ready()
        case .openapi: return Gateway.openAPI
        case .metrics:
            return try gateway.metricsPage(
                accept: incoming.request.headers[.accept], authorization: incoming.fields.authorization)
        default: throw APIError(.notFound, "there is no such route")
        }
    }

    private func bodyAnswer(
        _ incoming: IncomingRequest, _ caller: Caller, _ bytes: ByteBuffer
    ) async throws(APIError) -> GatewayResponse {
        let scope = incoming.scope
        switch incoming.match.route {
        case .functions:
            return try await gateway.create(
                scope, caller, target: incoming.target,
                contentType: ContentType(incoming.request.headers[.contentType]),
                body: bytes, idempotencyKey: RepeatableRequest.key(incoming.fields.idempotencyKey))
        case .invokeAsync:
            return try await gateway.invokeAsync(
                scope, caller, id: incoming.functionID, head: incoming.invokeHead, body: bytes,
                idempotencyKey: RepeatableRequest.key(incoming.fields.idempotencyKey))
        default:
            return await invoke(incoming, caller, bytes)
        }
    }

    private func functionID(_ incoming: IncomingRequest) throws(APIError) -> FunctionID {
        incoming.scope.audit?.concerns(incoming.functionID)
        guard let id = incoming.functionID else { throw APIError(RuntimeError.notFound) }
        return id
    }

    private func invoke(
        _ incoming: IncomingRequest, _ caller: Caller, _ body: ByteBuffer
    ) async -> GatewayResponse {
        let leaving = LeavingClient(gateway: gateway, presence: presence)
        defer { leaving.forget() }
        return await withCheckedContinuation { continuation in
            let call = gateway.invoke(
                incoming.scope, caller, id: incoming.functionID, head: incoming.invokeHead, body: body
            ) { continuation.resume(returning: $0) }
            if let call { leaving.watch(call) }
        }
    }

    /// The answer, or an error in its place when its record must be written and cannot.
    private func audited(_ response: GatewayResponse, _ scope: RequestScope) async -> GatewayResponse {
        guard gateway.auditsStrictly, let log = gateway.auditLog,
            let record = gateway.auditRecord(scope, status: response.status)
        else { return response }
        do {
            try await log.recordDurably(record)
            return response
        } catch {
            return .error(APIError(.notReady, "the audit record of the request could not be written"), scope)
        }
    }

    private func write(
        _ response: GatewayResponse, _ scope: RequestScope, isHead: Bool, _ writer: consuming ResponseWriter
    ) async throws {
        let head = HTTPResponse(response, scope)
        if isHead || response.body.readableBytes == 0 {
            try await writer.writeResponse(head)
        } else {
            try await writer.write(response: head, body: ResponseBody(byteBuffer: response.body))
        }
    }
}

extension HTTPResponse {
    /// The head of an answer.
    init(_ response: GatewayResponse, _ scope: RequestScope) {
        self.init(status: Status(code: response.status))
        response.forEachHeader(scope) { name, value in
            if let name = HTTPField.Name(name) { headerFields.append(HTTPField(name: name, value: value)) }
        }
    }
}
