import NIOCore
import Runtime
import Settings
import Storage

extension Gateway {
    /// `POST /functions`.
    func create(
        _ scope: RequestScope, _ caller: Caller, target: String, contentType: ContentType, body: ByteBuffer,
        idempotencyKey: String?
    ) async throws(APIError) -> GatewayResponse {
        let create = try createBody(target: target, contentType: contentType, body: body)
        let claim = idempotencyKey.map {
            IdempotencyClaim<FunctionRecord>(
                action: "create_function", key: $0,
                requestDigest: RepeatableRequest.digest([target, "\(contentType)"], body),
                answer: { Array(buffer: GatewayResponse.function($0).body) })
        }
        let creation: Creation<FunctionRecord>
        do throws(RuntimeError) {
            creation = try await runtime.deploy(
                name: create.name, tenant: caller.tenant, source: create.source, idempotency: claim)
        } catch {
            throw APIError(error)
        }
        switch creation {
        case .created(let record):
            scope.audit?.concerns(record.id)
            return .function(record)
        case .repeated(let answer): return GatewayResponse(status: 200, body: ByteBuffer(bytes: answer))
        case .conflict: throw RepeatableRequest.conflict
        }
    }

    /// `GET /functions`.
    func list(_ caller: Caller, target: String) async throws(APIError) -> GatewayResponse {
        let query = try Query(target: target)
        let limit = try query["limit"].map { text throws(APIError) in try pageLimit(text) }
        do throws(RuntimeError) {
            return .page(
                try await runtime.functions(
                    tenant: caller.tenant, name: query["name"], limit: limit ?? FixedLimits.listItemsDefault.value,
                    cursor: query["cursor"]))
        } catch {
            throw APIError(error)
        }
    }

    /// `GET /functions/:id`.
    func show(_ caller: Caller, _ id: FunctionID) async throws(APIError) -> GatewayResponse {
        do throws(RuntimeError) {
            return .function(try await runtime.function(id, tenant: caller.tenant))
        } catch {
            throw APIError(error)
        }
    }

    /// `DELETE /functions/:id`.
    func delete(_ caller: Caller, _ id: FunctionID) async throws(APIError) -> GatewayResponse {
        do throws(RuntimeError) {
            try await runtime.delete(id, tenant: caller.tenant)
        } catch {
            throw APIError(error)
        }
        return GatewayResponse(status: 204, contentType: nil)
    }

    private func createBody(
        target: String, contentType: ContentType, body: ByteBuffer
    ) throws(APIError) -> CreateBody {
        switch contentType {
        case .json, .absent:
            return try CreateBody.parse(body.readableBytesUInt8Span)
        case .wasm, .wat:
            guard let name = try Query(target: target)["name"] else {
                throw APIError(.invalidName, "the query parameter `name` is required with this content type")
            }
            let bytes = Array(buffer: body)
            return CreateBody(name: name, source: contentType == .wasm ? .binary(bytes) : .text(bytes))
        case .other:
            throw APIError(
                .unsupportedMediaType, "a function is uploaded as application/json, application/wasm or application/wat"
            )
        }
    }

    /// The query parameter `limit`.
    func pageLimit(_ text: String) throws(APIError) -> Int {
        let maximum = FixedLimits.listItems.value
        guard let limit = Int(text), text.utf8.first != UInt8(ascii: "+"), (1...maximum).contains(limit) else {
            throw APIError(.badRequest, "`limit` is a whole number from 1 to \(maximum)")
        }
        return limit
    }
}
