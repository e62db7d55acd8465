import Storage
import Synchronization
import Telemetry
import Tenancy

/// What becomes known of one request on its way, for the audit record that is written at its end.
final class AuditTrail: Sendable {
    /// What was done or asked for.
    let action: AuditAction

    private struct State {
        var principal: Principal?
        var tenant: TenantID?
        var function: FunctionID?
        var job: JobID?
        var instance: UInt64?
        var errorKind: String?
        var forwardedSubject: String?
        var isRecorded = false
    }

    private let state = Mutex(State())

    init(_ action: AuditAction) { self.action = action }

    func identified(_ principal: Principal) { state.withLock { $0.principal = principal } }
    func acts(for tenant: TenantID) { state.withLock { $0.tenant = tenant } }
    func concerns(_ function: FunctionID?) { state.withLock { $0.function = function } }
    func concerns(_ job: JobID?) { state.withLock { $0.job = job } }
    func concerns(instance: UInt64?) { state.withLock { $0.instance = instance } }
    /// A trusted proxy has seen a client certificate with this subject.
    func forwarded(_ subject: String?) { state.withLock { $0.forwardedSubject = subject } }
    func failed(_ error: APIError) { state.withLock { $0.errorKind = error.kind.rawValue } }

    /// Whether the record is still to be written; from then on it is not.
    func takeRecord() -> Bool {
        state.withLock { state in
            defer { state.isRecorded = true }
            return !state.isRecorded
        }
    }

    /// The record of the request.
    /// - Parameter nanoseconds: from the request's arrival to its answer.
    func record(_ scope: RequestScope, status: Int, nanoseconds: UInt64) -> AuditRecord {
        let state = state.withLock { $0 }
        return AuditRecord(
            requestID: scope.requestID, traceID: scope.trace.traceID, actor: AuditActor(state.principal),
            action: action,
            resource: AuditResource(
                functionID: state.function?.description, tenantID: state.tenant?.rawValue,
                jobID: state.job?.description, instanceID: state.instance.map { String($0) }),
            outcome: AuditOutcome(statusCode: status, errorKind: state.errorKind), latencyNanoseconds: nanoseconds,
            peerAddress: scope.connection.peerAddress,
            clientCertificateSubject: scope.connection.clientCertificateSubject ?? state.forwardedSubject)
    }
}

extension AuditActor {
    /// - Parameter principal: who was identified; `nil` for a request that was refused before.
    fileprivate init(_ principal: Principal?) {
        guard let principal else {
            self.init(kind: .unauthenticated)
            return
        }
        let kind: Kind =
            switch principal.kind {
            case .anonymous: .anonymous
            case .token: .token
            case .jwt: .jwt
            }
        self.init(kind: kind, tokenID: principal.tokenID, scope: principal.scope.description)
    }
}

extension Route {
    /// What requests of that method do, if it has to be recorded.
    func auditAction(method: HTTPMethodLabel) -> AuditAction? {
        switch (self, method) {
        case (.functions, .post): .createFunction
        case (.function, .delete): .deleteFunction
        case (.invoke, .post): .invokeFunction
        case (.invokeAsync, .post): .invokeFunctionAsync
        case (.invokeStream, .post): .invokeFunctionStream
        case (.job, .delete): .cancelJob
        case (.instance, .delete): .terminateInstance
        default: nil
        }
    }
}
