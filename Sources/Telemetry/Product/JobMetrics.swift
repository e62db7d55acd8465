/// The families of jobs.
public struct JobMetrics: Sendable {
    /// Bounds of the time that jobs wait, in seconds: from an idle node to a backlog of hours.
    static let bounds: HistogramBounds = [
        0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 1_800, 3_600,
    ]

    /// `tensor_wasm_jobs_active`: pending and running ones.
    public let active: Gauge
    /// `tensor_wasm_job_queue_seconds`: from a job's creation to its start; for a job that was begun again, too.
    public let queueTime: Histogram

    private let ended: SeriesGrid<Counter>

    init(registry: MetricsRegistry) {
        active = registry.gauge("tensor_wasm_jobs_active", help: "Jobs that are pending or running.")
        ended = registry.counterFamily(
            "tensor_wasm_jobs_total",
            help: "Jobs that ended, or that were handed back as the server stopped.",
            labels: [JobOutcome.domain],
            exposing: JobOutcome.allCases.map { [$0.rawValue] }
        )
        queueTime = registry.histogram(
            "tensor_wasm_job_queue_seconds",
            help: "Time from a job's creation to its start.",
            bounds: Self.bounds
        )
    }

    /// Counts a job that ended or was handed back. It does not move ``active``.
    public func jobEnded(_ outcome: JobOutcome) {
        ended[outcome.rawValue].increment()
    }
}
