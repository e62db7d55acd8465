import Synchronization

/// A family whose first label takes values that are not known up front, such as tenants, up to a cap.
///
/// Each value owns a ``SeriesGrid`` over the remaining labels. Look a grid up once and keep it: the lookup takes a
/// lock, the grid does not. Once the cap is reached, every new value shares the grid `other`. A value keeps its
/// series for the life of the process; handing it over to a busier one would make counters fall.
public final class OpenFamily<Key: Hashable & Sendable & CustomStringConvertible, Series: Instrument>: Sendable {
    /// The value that stands for all those beyond the cap.
    public static var otherValue: String { "other" }

    private struct State {
        var grids: [Key: SeriesGrid<Series>] = [:]
        // Exposition follows first use; a dictionary has no stable order.
        var order: [SeriesGrid<Series>] = []
        var other: SeriesGrid<Series>?
    }

    private let state = Mutex(State())
    private let label: String
    private let domains: [LabelDomain]
    private let layout: Series.Layout
    private let exposing: [[Int]]
    private let maximumValues: Int

    /// - Parameters:
    ///   - label: The name of the open label.
    ///   - domains: Up to three further labels.
    ///   - exposing: Index tuples whose series exist as soon as a value has been seen.
    ///   - maximumValues: Values with series of their own.
    init(label: String, domains: [LabelDomain], layout: Series.Layout, exposing: [[Int]], maximumValues: Int) {
        precondition(MetricName.isValidLabel(label), "'\(label)' cannot be the name of a label")
        precondition(!domains.contains { $0.name == label }, "the label '\(label)' is declared twice")
        precondition(maximumValues >= 0, "the cap on values is negative")
        self.label = label
        self.domains = domains
        self.layout = layout
        self.exposing = domains.isEmpty ? [[]] : exposing
        self.maximumValues = maximumValues
    }

    /// The series of one value.
    ///
    /// - Parameter key: The value; its description is the text of the label.
    /// - Returns: The same grid for the same value, or the grid of `other` beyond the cap.
    public func grid(for key: Key) -> SeriesGrid<Series> {
        state.withLock { state in
            if let grid = state.grids[key] { return grid }
            let value = key.description
            guard state.grids.count < maximumValues, value != Self.otherValue else { return otherGrid(&state) }
            let grid = makeGrid(value: value)
            state.grids[key] = grid
            state.order.append(grid)
            return grid
        }
    }

    /// The one series of a value, in a family without further labels.
    public func series(for key: Key) -> Series {
        grid(for: key).only
    }

    func forEachSeries(_ body: (LabelText, InstrumentReading) -> Void) {
        let grids = state.withLock { $0.order + [$0.other].compactMap(\.self) }
        for grid in grids {
            grid.forEachSeries(body)
        }
    }

    private func otherGrid(_ state: inout State) -> SeriesGrid<Series> {
        if let other = state.other { return other }
        let other = makeGrid(value: Self.otherValue)
        state.other = other
        return other
    }

    private func makeGrid(value: String) -> SeriesGrid<Series> {
        SeriesGrid(
            domains: domains,
            leadingLabels: LabelText(name: label, value: value),
            layout: layout,
            exposing: exposing
        )
    }
}
