import Synchronization

/// A family that a library created through swift-metrics; series come and go with the library's handles.
final class LibraryFamily<Series: Instrument>: MetricFamily where Series.Layout == Void {
    private struct Entry {
        let labels: LabelText
        let series: Series
        // Handles with equal labels share a series, which lasts as long as one of them.
        var users: Int
    }

    let description: MetricDescription
    private let maximumSeries: Int
    private let state = Mutex((entries: [Entry](), overflow: Series?.none))

    init(_ description: MetricDescription, maximumSeries: Int) {
        self.description = description
        self.maximumSeries = maximumSeries
    }

    /// The series for these labels, or the shared one once there are too many.
    func acquire(_ labels: LabelText) -> Series {
        state.withLock { state in
            if let index = state.entries.firstIndex(where: { $0.labels == labels }) {
                state.entries[index].users += 1
                return state.entries[index].series
            }
            guard state.entries.count < maximumSeries else { return overflow(&state.overflow) }
            let series = Series(layout: ())
            state.entries.append(Entry(labels: labels, series: series, users: 1))
            return series
        }
    }

    /// Takes back one handle of a series. The shared series of the overflow has no end.
    ///
    /// - Returns: Whether it was the last handle, so that the series has left the page.
    func release(_ handle: AnyObject) -> Bool {
        state.withLock { state in
            guard let index = state.entries.firstIndex(where: { $0.series === handle }) else { return false }
            state.entries[index].users -= 1
            guard state.entries[index].users == 0 else { return false }
            state.entries.remove(at: index)
            return true
        }
    }

    func forEachSeries(_ body: (LabelText, InstrumentReading) -> Void) {
        let (entries, overflow) = state.withLock { ($0.entries, $0.overflow) }
        for entry in entries {
            body(entry.labels, entry.series.reading)
        }
        if let overflow { body(LibraryLabels.overflow, overflow.reading) }
    }

    private func overflow(_ overflow: inout Series?) -> Series {
        if let overflow { return overflow }
        let series = Series(layout: ())
        overflow = series
        return series
    }
}
