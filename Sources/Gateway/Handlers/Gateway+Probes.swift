import NIOCore
import Storage
import Telemetry

extension Gateway {
    /// `GET /healthz`: the process answers. Does no work.
    static let healthy = GatewayResponse.json { $0.field("status", "ok") }

    /// `GET /readyz`: the server wants traffic and its storage works.
    func ready() async throws(APIError) -> GatewayResponse {
        guard isReady else { throw APIError(.notReady, "the server is starting or stopping") }
        do throws(StorageError) {
            try await storage.checkReachable()
        } catch {
            var notReady = APIError(.notReady, "the server's storage is not available")
            notReady.operatorText = "\(error.code.rawValue): \(error.underlying ?? error.message)"
            throw notReady
        }
        return .json { $0.field("status", "ready") }
    }

    /// `GET /metrics`, in the format that the client prefers.
    func metricsPage(accept: String?, authorization: [String]) throws(APIError) -> GatewayResponse {
        try checkMetricsToken(authorization)
        let isOpenMetrics = accept?.contains("application/openmetrics-text") == true
        let page = isOpenMetrics ? registry.openMetricsText() : registry.prometheusText()
        return GatewayResponse(
            status: 200,
            contentType: isOpenMetrics
                ? "application/openmetrics-text; version=1.0.0; charset=utf-8" : "text/plain; version=0.0.4",
            body: ByteBuffer(bytes: page))
    }

    /// `GET /openapi.json`.
    static let openAPI = GatewayResponse(status: 200, body: ByteBuffer(bytes: PackageResources.openapi_json))

    private func checkMetricsToken(_ authorization: [String]) throws(APIError) {
        guard let token = settings.api.metricsToken else { return }
        try BearerToken.check(authorization, against: token)
    }
}
