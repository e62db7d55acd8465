import Synchronization

/// The families of one process and the pages they make.
///
/// Families appear in the order of registration, the series of each in an order that stays the same between scrapes.
/// Moving an instrument never touches the registry; a scrape reads instruments without stopping those who move them.
///
/// ```swift
/// let registry = MetricsRegistry()
/// let accepted = registry.counter("connections_total", help: "Connections accepted.")
/// accepted.increment()
/// let page = registry.prometheusText()
/// ```
public final class MetricsRegistry: Sendable {
    private struct State {
        var families: [any MetricFamily] = []
        var reservedNames: Set<String> = []
        var libraryFamilies: [any MetricFamily] = []
    }

    private let state = Mutex(State())
    // Pages of one process are about equally long; growing from nothing would copy each page several times.
    private let expectedPageBytes = Atomic<Int>(4_096)

    /// Creates a registry without families.
    public init() {}

    /// The page in the Prometheus text format 0.0.4.
    ///
    /// Source: Prometheus, "Exposition formats", section "Text-based format".
    public func prometheusText() -> [UInt8] {
        page(.prometheusText)
    }

    /// The page in the OpenMetrics text format 1.0.0.
    ///
    /// Source: OpenMetrics 1.0.0, sections 4 and 5.
    public func openMetricsText() -> [UInt8] {
        page(.openMetrics)
    }

    /// The page in the given format.
    public func page(_ format: ExpositionFormat) -> [UInt8] {
        let families = state.withLock { $0.families + $0.libraryFamilies }
        var exposition = Exposition(format: format, reserving: expectedPageBytes.load(ordering: .relaxed))
        for family in families {
            exposition.append(family)
        }
        let bytes = exposition.finished()
        expectedPageBytes.store(bytes.count + bytes.count / 8, ordering: .relaxed)
        return bytes
    }

    /// Adds one of our own families. A bad or taken name is a programming error.
    ///
    /// A family of a library that is in the way disappears from the page: it must not be able to stop a start.
    func register(_ family: any MetricFamily) {
        let description = family.description
        if let flaw = description.flaw {
            preconditionFailure("metric '\(description.name)': \(flaw)")
        }
        let isFree = state.withLock { state in
            let names = description.reservedNames
            guard state.reservedNames.isDisjoint(with: names) else { return false }
            state.reservedNames.formUnion(names)
            state.libraryFamilies.removeAll { !Set(names).isDisjoint(with: $0.description.reservedNames) }
            state.families.append(family)
            return true
        }
        precondition(isFree, "metric '\(description.name)': the name is taken")
    }

    /// Adds a family on behalf of a library, after all of our own.
    ///
    /// - Returns: False when one of its lines could be mistaken for those of another family.
    func registerLibraryFamily(_ family: any MetricFamily) -> Bool {
        state.withLock { state in
            let names = Set(family.description.reservedNames)
            let isTaken =
                !state.reservedNames.isDisjoint(with: names)
                || state.libraryFamilies.contains { !names.isDisjoint(with: $0.description.reservedNames) }
            guard !isTaken else { return false }
            state.libraryFamilies.append(family)
            return true
        }
    }
}
