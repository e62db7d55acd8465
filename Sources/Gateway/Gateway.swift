import Logging
import NIOCore
import Runtime
import Settings
import Storage
import Synchronization
import Telemetry
import Tenancy
import Tracing

/// The public interface over one runtime: every decision about a request that does not depend on how it arrived.
///
/// Two drivers feed it: ``ConnectionHandler`` answers small calls of functions on the event loop, and
/// ``GatewayChannel`` everything else in a task. Both go through the same steps in the same order: ids and metrics,
/// host, route and method, body limit, caller, handler.
public final class Gateway: Sendable {
    let runtime: Runtime
    let storage: Storage
    let metrics: TensorWasmMetrics
    let registry: MetricsRegistry
    let settings: Settings
    let logger: Logger
    let bodies: BodyBudget
    let access: AccessControl
    let crossOrigin: CrossOrigin
    let jobs: JobRunner
    let auditLog: AuditLog?
    /// The process's tracer; which one is settled before the gateway is made.
    let tracer: any Tracer = InstrumentationSystem.tracer
    private let readiness = Mutex(Readiness.starting)

    /// Whether the server wants traffic.
    enum Readiness: Equatable, Sendable {
        case starting
        case ready
        case draining
    }

    /// Makes the interface of a runtime; it is not ready before ``setReady()``.
    /// - Parameters:
    ///   - credentials: what callers are known by.
    ///   - auditLog: where state-changing requests are recorded; `nil` for nowhere.
    public init(
        runtime: Runtime, storage: Storage, jobs: JobRunner, metrics: TensorWasmMetrics, registry: MetricsRegistry,
        settings: Settings, credentials: Credentials, auditLog: AuditLog?, logger: Logger
    ) {
        self.runtime = runtime
        self.storage = storage
        self.metrics = metrics
        self.registry = registry
        self.settings = settings
        self.logger = logger
        self.jobs = jobs
        self.auditLog = auditLog
        bodies = BodyBudget(limit: settings.limits.bufferedBodyBytes)
        access = AccessControl(settings, credentials: credentials, metrics: metrics)
        crossOrigin = CrossOrigin(origins: settings.api.allowedOrigins)
    }

    /// Takes other credentials from now on, for example after the operator has changed their file.
    public func replaceCredentials(with credentials: Credentials) { access.replaceCredentials(with: credentials) }

    /// Whether a request whose record cannot be written must fail.
    var auditsStrictly: Bool { auditLog != nil && settings.api.auditIsStrict }

    /// The templates of all routes, in the order in which the metrics number them.
    public static var routeTemplates: [String] { Route.allCases.map(\.template) }

    /// The series that the metrics page shows from the first scrape on: every route with each of its methods.
    public static var exposedSeries: [HTTPExposedSeries] {
        Route.allCases.flatMap { route in
            route.methods.filter { $0 != "HEAD" }.map {
                HTTPExposedSeries(route: route.rawValue, method: HTTPMethodLabel($0))
            }
        }
    }

    var isReady: Bool { readiness.withLock { $0 == .ready } }

    /// Says that the server takes traffic: `/readyz` answers 200 while the storage is reachable.
    public func setReady() { readiness.withLock { if $0 == .starting { $0 = .ready } } }

    /// Says that the server is about to stop: `/readyz` answers 503 from now on.
    public func setDraining() { readiness.withLock { $0 = .draining } }
}
