import Tenancy
import Testing

@testable import Storage

let sampleFunction = FunctionID(high: 0x0123_4567_89AB_4DEF, low: 0x8123_4567_89AB_CDEF)

extension Storage {
    /// Accepts a sample and returns its record.
    @discardableResult
    func submit(
        _ request: String = "{}", tenant owner: TenantID = tenant, function: FunctionID = sampleFunction,
        now: Int64? = nil
    ) async throws -> JobRecord {
        let job = NewJob(function: function, tenant: owner, request: Array(request.utf8))
        let creation = try await createJob(job, now: now)
        guard case .created(let record) = creation else { throw StorageError(.unavailable) }
        return record
    }

    /// Accepts a sample and ends it.
    @discardableResult
    func submitFinished(
        as status: JobStatus = .completed, result: [UInt8] = [1], function: FunctionID = sampleFunction,
        now: Int64? = nil
    ) async throws -> JobID {
        let id = try await submit(function: function).id
        #expect(try await finishJob(id, as: status, result: result, now: now))
        return id
    }
}

/// A claim whose answer is the job's id.
func jobClaim(
    _ key: String, request: String = "", action: String = "invoke"
) -> IdempotencyClaim<JobRecord> {
    IdempotencyClaim(
        action: action, key: key, requestDigest: Digest(of: Array(request.utf8)),
        answer: { Array($0.id.description.utf8) })
}

/// A claim whose answer is the function's id.
func functionClaim(_ key: String, request: String = "") -> IdempotencyClaim<FunctionRecord> {
    IdempotencyClaim(
        action: "create", key: key, requestDigest: Digest(of: Array(request.utf8)),
        answer: { Array($0.id.description.utf8) })
}
