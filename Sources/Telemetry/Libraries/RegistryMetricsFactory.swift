import CoreMetrics
import Synchronization

/// A swift-metrics backend that puts the metrics of libraries on the page of a registry.
///
/// Names become Prometheus names (`http.client.requests` → `http_client_requests_total`), dimensions become labels,
/// timers become histograms in seconds. The number of families and of series per family is capped: beyond the first
/// cap nothing is recorded, beyond the second the series labelled `tensor_wasm_overflow="true"` takes the rest.
/// A name that is taken, or that begins like one of our own, is prefixed with `library_`; a library can neither change
/// nor remove a family of ours.
///
/// ```swift
/// MetricsSystem.bootstrap(RegistryMetricsFactory(registry: registry))
/// ```
public final class RegistryMetricsFactory: MetricsFactory {
    private struct State {
        var families: [String: any MetricFamily] = [:]
        // How to give a handle back to its family, by the handle's identity; the family keeps the handle alive until
        // the closure returns true for its end.
        var releases: [ObjectIdentifier: @Sendable (AnyObject) -> Bool] = [:]
    }

    private let registry: MetricsRegistry
    private let maximumFamilies: Int
    private let maximumSeries: Int
    private let state = Mutex(State())

    /// Creates a backend.
    ///
    /// - Parameters:
    ///   - registry: Where the families appear, after its own.
    ///   - maximumFamilies: Families that libraries may create together.
    ///   - maximumSeries: Label combinations within one of them.
    public init(
        registry: MetricsRegistry,
        maximumFamilies: Int = TelemetryLimits.libraryFamilies,
        maximumSeries: Int = TelemetryLimits.librarySeriesPerFamily
    ) {
        self.registry = registry
        self.maximumFamilies = maximumFamilies
        self.maximumSeries = maximumSeries
    }

    /// A counter; its name gains `_total`.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(LibraryCounter.self, label, MetricDescription.totalSuffix, dimensions) ?? NOOPMetricsHandler.instance
    }

    /// A counter of real amounts; its name gains `_total`.
    public func makeFloatingPointCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        series(LibraryCounter.self, label, MetricDescription.totalSuffix, dimensions) ?? NOOPMetricsHandler.instance
    }

    /// A gauge.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(LibraryGauge.self, label, "", dimensions) ?? NOOPMetricsHandler.instance
    }

    /// A histogram when aggregating, else a gauge of the last value.
    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        guard aggregate else { return series(LibraryGauge.self, label, "", dimensions) ?? NOOPMetricsHandler.instance }
        return series(LibraryHistogram.self, label, "", dimensions) ?? NOOPMetricsHandler.instance
    }

    /// A histogram in seconds; its name gains `_seconds`.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(LibraryTimer.self, label, "_" + MetricUnit.seconds.rawValue, dimensions, unit: .seconds)
            ?? NOOPMetricsHandler.instance
    }

    /// Takes the series off the page once no handle with its labels is left; made anew, it begins at zero.
    public func destroyCounter(_ handler: any CounterHandler) {
        release(handler)
    }

    /// As `destroyCounter`.
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {
        release(handler)
    }

    /// As `destroyCounter`.
    public func destroyMeter(_ handler: any MeterHandler) {
        release(handler)
    }

    /// As `destroyCounter`.
    public func destroyRecorder(_ handler: any RecorderHandler) {
        release(handler)
    }

    /// As `destroyCounter`.
    public func destroyTimer(_ handler: any TimerHandler) {
        release(handler)
    }

    private func series<Series: Instrument>(
        _ type: Series.Type,
        _ label: String,
        _ suffix: String,
        _ dimensions: [(String, String)],
        unit: MetricUnit? = nil
    ) -> Series? where Series.Layout == Void {
        guard let name = LibraryMetricName.family(label, suffix: suffix) else { return nil }
        let labels = LibraryLabels.text(dimensions)
        let help = "Recorded by a library as '\(label)'."
        return state.withLock { state in
            for candidate in [name, LibraryMetricName.prefixed(name)] {
                let description = MetricDescription(name: candidate, help: help, type: Series.type, unit: unit)
                guard let family: LibraryFamily<Series> = family(description, &state) else { continue }
                let series = family.acquire(labels)
                state.releases[ObjectIdentifier(series)] = { family.release($0) }
                return series
            }
            return nil
        }
    }

    /// The family of that name and type, created when the name is free.
    private func family<Series: Instrument>(
        _ description: MetricDescription,
        _ state: inout State
    ) -> LibraryFamily<Series>? where Series.Layout == Void {
        if let existing = state.families[description.name] { return existing as? LibraryFamily<Series> }
        guard state.families.count < maximumFamilies else { return nil }
        let family = LibraryFamily<Series>(description, maximumSeries: maximumSeries)
        guard registry.registerLibraryFamily(family) else { return nil }
        state.families[description.name] = family
        return family
    }

    private func release(_ handler: AnyObject) {
        let id = ObjectIdentifier(handler)
        state.withLock { state in
            if let release = state.releases[id], release(handler) { state.releases[id] = nil }
        }
    }
}
