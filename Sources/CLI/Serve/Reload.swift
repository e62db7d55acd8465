import Gateway
import Logging
import Telemetry

/// What SIGHUP does: the files that the operator may have changed are read again.
///
/// Each part is tried, and a part that cannot be read stays as it was.
struct Reload: Sendable {
    let server: ServerAssembly
    let files: CredentialFiles
    let tls: TLSContextBox?
    let logger: Logger

    func run() async {
        let start = MonotonicClock.now()
        var isComplete = true
        do {
            let (credentials, warnings) = try await files.read()
            for warning in warnings { logger.warning("\(warning)") }
            server.gateway.replaceCredentials(with: credentials)
            logger.info("credentials read again")
        } catch {
            isComplete = false
            logger.error("credentials not read again; the old ones stay", metadata: ["reason": "\(error.message)"])
        }
        do {
            try await server.auditLog?.reopen()
        } catch {
            isComplete = false
            logger.error("audit log not opened again; the old file stays", metadata: ["reason": "\(error)"])
        }
        do {
            try tls?.reload()
        } catch {
            isComplete = false
            logger.error("certificate not read again; the old one stays", metadata: ["reason": "\(error)"])
        }
        server.auditLog?.record(
            AuditRecord(
                requestID: RequestID(), traceID: TraceContext.random().traceID, actor: .signal,
                action: .reloadConfiguration, outcome: AuditOutcome(statusCode: isComplete ? 200 : 500),
                latencyNanoseconds: MonotonicClock.now() &- start))
    }
}
