/// Dimensions given by libraries, made into the labels of a series.
enum LibraryLabels {
    /// The labels of the series that takes what exceeds the cap of a family.
    ///
    /// The name begins with `tensor_wasm_`, which no library's label does, so the series is always distinct.
    static let overflow = LabelText(name: "tensor_wasm_overflow", value: "true")

    /// Labels sorted by name, so that the order of dimensions does not make a series of its own.
    ///
    /// Dimensions whose name is unusable or taken are dropped: a scraper refuses a page where a name occurs twice.
    static func text(_ dimensions: [(String, String)]) -> LabelText {
        var values: [String: String] = [:]
        for (dimension, value) in dimensions where values.count < TelemetryLimits.libraryLabels {
            guard let name = LibraryMetricName.label(dimension), values[name] == nil else { continue }
            values[name] = LibraryMetricName.value(value)
        }
        return LabelText(values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) })
    }
}
