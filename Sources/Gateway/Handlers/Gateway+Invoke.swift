import NIOCore
import Runtime
import Storage
import Tenancy

extension Gateway {
    /// What the invoke route needs to know of a request's head.
    struct InvokeHead: Sendable {
        var contentType: String?
        var deadline: String?
    }

    /// Reads the request, calls the function, and makes the answer.
    ///
    /// - Parameter completion: called exactly once, on any thread; before this returns when nothing had to wait.
    /// - Returns: the call, for the case that the client leaves; `nil` when there is nothing to cancel.
    func invoke(
        _ scope: RequestScope, _ caller: Caller, id: FunctionID?, head: InvokeHead, body: ByteBuffer,
        then completion: @escaping @Sendable (GatewayResponse) -> Void
    ) -> Call? {
        let request: CallRequest
        scope.audit?.concerns(id)
        do throws(APIError) {
            request = try callRequest(scope, caller, id: id, head: head, body: body)
        } catch {
            completion(.error(error, scope))
            return nil
        }
        return runtime.call(request) { [self] answer in
            completion(response(to: request, answer, scope))
        }
    }

    /// What a request asks the runtime for.
    func callRequest(
        _ scope: RequestScope, _ caller: Caller, id: FunctionID?, head: InvokeHead, body: ByteBuffer
    ) throws(APIError) -> CallRequest {
        // The type of an empty body does not matter: there is nothing to misread.
        if body.readableBytes > 0, ![.json, .absent].contains(ContentType(head.contentType)) {
            throw APIError(.unsupportedMediaType, "the body of an invocation is application/json")
        }
        let parsed: InvokeBody
        do throws(InvokeBodyError) {
            parsed = try InvokeBodyParser.parse(body.readableBytesUInt8Span)
        } catch {
            throw APIError(error)
        }
        let timeLimit = try head.deadline.map { text throws(APIError) in try milliseconds(text) }
        // Only now, so that a request that is not in order is told so whatever it names.
        guard let id else { throw APIError(RuntimeError.notFound) }
        return CallRequest(
            function: id, tenant: caller.tenant, export: parsed.export, arguments: parsed.arguments,
            input: parsed.input ?? [], arrival: scope.start, timeLimit: timeLimit)
    }

    /// `X-TensorWasm-Deadline-Ms` as nanoseconds.
    private func milliseconds(_ text: String) throws(APIError) -> UInt64 {
        let maximum = runtime.configuration.deadlineNanoseconds / 1_000_000
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = UInt64(text), value >= 1,
            value <= maximum
        else {
            throw APIError(.badRequest, "X-TensorWasm-Deadline-Ms is a whole number from 1 to \(maximum)")
        }
        return value * 1_000_000
    }

    private func response(to request: CallRequest, _ answer: CallAnswer, _ scope: RequestScope) -> GatewayResponse {
        var response: GatewayResponse
        switch answer.result {
        case .success(let values):
            response = .invocation(request.function, values, answer)
        case .failure(let error):
            let error = APIError(error)
            log(error, scope)
            response = .error(error, scope)
        }
        response.headers.append(("server-timing", answer.timing.serverTiming))
        return response
    }
}
