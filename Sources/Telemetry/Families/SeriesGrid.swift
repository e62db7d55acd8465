/// The series of a family whose labels all have declared values, addressed by the indexes of those values.
///
/// A series is created on first use, lock-free, and never allocated again; using one that exists is an array access
/// and an atomic load. Series are exposed in the order of their indexes.
///
/// ```swift
/// let hits = registry.counterFamily(
///     "cache_hits_total", help: "Lookups by the tier that answered.",
///     labels: [LabelDomain("tier", values: ["memory", "disk"])], exposing: [[0], [1]])
/// hits[0].increment()
/// ```
public final class SeriesGrid<Series: Instrument>: Sendable {
    /// The labels, first to last; at most three.
    public let domains: [LabelDomain]

    private let leadingLabels: LabelText
    private let layout: Series.Layout
    private let chunks: [SeriesChunk<Series>]
    // The number of values of each label, 1 where there is no such label, so that one formula addresses all grids.
    private let extents: (Int, Int, Int)

    /// - Parameters:
    ///   - leadingLabels: Labels that all series of the grid share.
    ///   - exposing: Index tuples whose series exist, with zero, from the start.
    init(
        domains: [LabelDomain],
        leadingLabels: LabelText = LabelText(),
        layout: Series.Layout,
        exposing: [[Int]] = []
    ) {
        precondition(domains.count <= 3, "a grid has at most three labels")
        precondition(Set(domains.map(\.name)).count == domains.count, "a label is declared twice")
        let extent = { (index: Int) in index < domains.count ? domains[index].values.count : 1 }
        extents = (extent(0), extent(1), extent(2))
        let total = extents.0 * extents.1 * extents.2
        precondition(total <= TelemetryLimits.gridSeries, "the labels of a family span too many series")
        self.domains = domains
        self.leadingLabels = leadingLabels
        self.layout = layout
        let capacity = SeriesChunk<Series>.capacity
        chunks = (0..<(total + capacity - 1) / capacity).map { _ in SeriesChunk() }
        exposing.forEach(expose)
    }

    /// The series of a grid with one label.
    ///
    /// - Parameter first: The index of the label's value. One out of range, here and below, is a programming error.
    public subscript(first: Int) -> Series {
        precondition(domains.count == 1, "the grid does not have one label")
        return series(at: flatIndex(first, 0, 0))
    }

    /// The series of a grid with two labels.
    public subscript(first: Int, second: Int) -> Series {
        precondition(domains.count == 2, "the grid does not have two labels")
        return series(at: flatIndex(first, second, 0))
    }

    /// The series of a grid with three labels.
    public subscript(first: Int, second: Int, third: Int) -> Series {
        precondition(domains.count == 3, "the grid does not have three labels")
        return series(at: flatIndex(first, second, third))
    }

    /// The one series of a grid without labels of its own, as an ``OpenFamily`` has for each value.
    public var only: Series {
        precondition(domains.isEmpty, "the grid has labels")
        return series(at: 0)
    }

    /// The series that exist, with the indexes of their label values, in the order of exposition.
    public var existing: [(indexes: [Int], series: Series)] {
        (0..<extents.0 * extents.1 * extents.2).compactMap { flat in
            loadSeries(at: flat).map { (Array(indexes(of: flat).prefix(domains.count)), $0) }
        }
    }

    func forEachSeries(_ body: (LabelText, InstrumentReading) -> Void) {
        forEachExisting { body($0, $1.reading) }
    }

    func forEachExisting(_ body: (LabelText, Series) -> Void) {
        for (indexes, series) in existing {
            var labels = leadingLabels
            for (domain, index) in zip(domains, indexes) {
                labels.append(domain.texts[index])
            }
            body(labels, series)
        }
    }

    private func expose(_ indexes: [Int]) {
        precondition(indexes.count == domains.count, "an exposed series needs one index for each label")
        let index = { (position: Int) in position < indexes.count ? indexes[position] : 0 }
        _ = series(at: flatIndex(index(0), index(1), index(2)))
    }

    private func flatIndex(_ first: Int, _ second: Int, _ third: Int) -> Int {
        precondition(
            first >= 0 && first < extents.0 && second >= 0 && second < extents.1 && third >= 0 && third < extents.2,
            "an index lies outside of its label's values"
        )
        return (first * extents.1 + second) * extents.2 + third
    }

    private func indexes(of flat: Int) -> [Int] {
        [flat / extents.2 / extents.1, flat / extents.2 % extents.1, flat % extents.2]
    }

    private func series(at flat: Int) -> Series {
        let capacity = SeriesChunk<Series>.capacity
        return chunks[flat / capacity].series(flat % capacity, layout: layout)
    }

    private func loadSeries(at flat: Int) -> Series? {
        let capacity = SeriesChunk<Series>.capacity
        return chunks[flat / capacity].load(flat % capacity)
    }
}
