/// The metrics page by series, as it is written: `name{label="value"}`.
struct MetricsPage {
    let text: String
    private let values: [Substring: Double]

    init(_ text: String) {
        self.text = text
        var values: [Substring: Double] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let space = line.lastIndex(of: " ") else { continue }
            values[line[..<space]] = Double(line[line.index(after: space)...])
        }
        self.values = values
    }

    subscript(series: String) -> Double? { values[series[...]] }

    /// The series of a family whose labels contain `label`, written `name="value"`.
    func series(of family: String, with label: String? = nil) -> [String] {
        values.keys.filter { series in
            series.hasPrefix("\(family){") && (label.map { series.contains($0) } ?? true)
        }.map(String.init)
    }

    /// The sum of those series.
    func sum(of family: String, with label: String? = nil) -> Double {
        series(of: family, with: label).reduce(0) { $0 + (self[$1] ?? 0) }
    }

    /// Invocations of the only tenant that ended in a way.
    func invocations(_ outcome: String) -> Double {
        self["tensor_wasm_invocations_total{tenant_id=\"0\",kind=\"host\",outcome=\"\(outcome)\"}"] ?? 0
    }

    /// Requests answered on a route.
    func requests(_ route: String, _ method: String, _ status: Int) -> Double {
        let labels = "route=\"\(route)\",method=\"\(method)\",status=\"\(status)\""
        return self["tensor_wasm_http_requests_total{\(labels)}"] ?? 0
    }

    /// Whether nothing is going on but the request that asked for this page.
    var isQuiet: Bool {
        self["tensor_wasm_active_instances"] == 0 && self["tensor_wasm_admission_queue_depth"] == 0
            && sum(of: "tensor_wasm_http_requests_in_flight") == 1
    }
}
