import NIOCore
import Runtime
import Settings
import Storage

extension Gateway {
    /// `POST /functions/:id/invoke-async`: the answer is sent when the job is durable.
    func invokeAsync(
        _ scope: RequestScope, _ caller: Caller, id: FunctionID?, head: InvokeHead, body: ByteBuffer,
        idempotencyKey: String?
    ) async throws(APIError) -> GatewayResponse {
        scope.audit?.concerns(id)
        let request = try callRequest(scope, caller, id: id, head: head, body: body)
        let claim = idempotencyKey.map {
            IdempotencyClaim<JobRecord>(
                action: "invoke_function_async", key: $0,
                requestDigest: RepeatableRequest.digest([request.function.description, head.deadline ?? ""], body),
                answer: { Array($0.id.description.utf8) })
        }
        do throws(RuntimeError) {
            switch try await jobs.submit(request, body: Array(buffer: body), idempotency: claim) {
            case .created(let record):
                scope.audit?.concerns(record.id)
                return .accepted(record.id)
            case .repeated(let answer):
                guard let id = JobID(parsing: String(decoding: answer, as: UTF8.self)) else {
                    throw .internal("an idempotency key holds an unreadable job id")
                }
                scope.audit?.concerns(id)
                return .accepted(id)
            case .conflict: break
            }
        } catch {
            throw APIError(error)
        }
        throw RepeatableRequest.conflict
    }

    /// `GET /jobs`.
    func listJobs(_ caller: Caller, target: String) async throws(APIError) -> GatewayResponse {
        let query = try Query(target: target)
        var status: JobStatus?
        if let text = query["status"] {
            guard let known = JobStatus(rawValue: text) else {
                throw APIError(.badRequest, "`status` is pending, completed, failed or cancelled")
            }
            status = known
        }
        var function: FunctionID?
        if let text = query["function_id"] {
            // A function that cannot exist has no jobs, like one that does not.
            guard let known = FunctionID(parsing: text) else { return .page(JobPage(jobs: [], nextCursor: nil)) }
            function = known
        }
        let limit = try query["limit"].map { text throws(APIError) in try pageLimit(text) }
        do throws(StorageError) {
            return .page(
                try await storage.jobs(
                    tenant: caller.tenant, status: status, function: function,
                    limit: limit ?? FixedLimits.listItemsDefault.value, cursor: query["cursor"]))
        } catch {
            throw APIError(error)
        }
    }

    /// `GET /jobs/:id`.
    func showJob(_ caller: Caller, _ id: JobID?) async throws(APIError) -> GatewayResponse {
        guard let id else { throw Self.noSuchJob }
        let record: JobRecord?
        do throws(StorageError) {
            record = try await storage.job(id)
        } catch {
            throw APIError(error)
        }
        guard let record, record.tenant == caller.tenant else { throw Self.noSuchJob }
        return .job(record)
    }

    /// `DELETE /jobs/:id`.
    func cancelJob(_ scope: RequestScope, _ caller: Caller, _ id: JobID?) async throws(APIError) -> GatewayResponse {
        scope.audit?.concerns(id)
        guard let id else { throw Self.noSuchJob }
        let outcome: JobCancellation
        do throws(RuntimeError) {
            outcome = try await jobs.cancel(id, tenant: caller.tenant)
        } catch {
            throw APIError(error)
        }
        switch outcome {
        case .cancelled, .running:
            return .json(status: 202) { writer in
                writer.field("id", id.description)
                writer.field("status", JobStatus.cancelled.rawValue)
            }
        case .finished: throw APIError(.jobFinished, "the job has already ended")
        case .notFound: throw Self.noSuchJob
        }
    }

    private static let noSuchJob = APIError(.notFound, "there is no such job")
}
