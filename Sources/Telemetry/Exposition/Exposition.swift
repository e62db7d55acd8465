/// A metrics page while it is being written.
struct Exposition {
    private let format: ExpositionFormat
    private var bytes: [UInt8] = []

    init(format: ExpositionFormat, reserving capacity: Int = 0) {
        self.format = format
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ family: any MetricFamily) {
        let description = family.description
        appendMetadata(description)
        family.forEachSeries { labels, reading in
            appendSeries(description.name, labels, reading)
        }
    }

    /// The page, with the end mark that tells an OpenMetrics scraper that nothing was cut off.
    consuming func finished() -> [UInt8] {
        if format == .openMetrics { bytes.append(contentsOf: "# EOF\n".utf8) }
        return bytes
    }

    private mutating func appendMetadata(_ description: MetricDescription) {
        let name = format == .openMetrics ? description.familyName : description.name
        bytes.append(contentsOf: "# HELP \(name) ".utf8)
        EscapedText.appendHelp(description.help, format: format, to: &bytes)
        bytes.append(contentsOf: "\n# TYPE \(name) \(description.type.rawValue)\n".utf8)
        if format == .openMetrics, let unit = description.unit {
            bytes.append(contentsOf: "# UNIT \(name) \(unit.rawValue)\n".utf8)
        }
    }

    private mutating func appendSeries(_ name: String, _ labels: LabelText, _ reading: InstrumentReading) {
        switch reading {
        case .histogram(let histogram):
            appendHistogram(name, labels, histogram)
        case .unsigned(let value):
            appendSample(name, labels) { NumberText.append(value, to: &$0) }
        case .signed(let value):
            appendSample(name, labels) { NumberText.append(value, to: &$0) }
        case .real(let value):
            let format = format
            appendSample(name, labels) { NumberText.append(value, format: format, to: &$0) }
        }
    }

    private mutating func appendHistogram(_ name: String, _ labels: LabelText, _ histogram: HistogramReading) {
        var cumulative: UInt64 = 0
        let bounds = histogram.bounds + [.infinity]
        for (bound, count) in zip(bounds, histogram.counts) {
            cumulative &+= count
            appendSample(name, suffix: "_bucket", labels, bound: bound) { NumberText.append(cumulative, to: &$0) }
        }
        let format = format
        appendSample(name, suffix: "_sum", labels) { bytes in
            switch histogram.sum {
            case .nanoseconds(let sum): NumberText.appendSeconds(nanoseconds: sum, to: &bytes)
            case .real(let sum): NumberText.append(sum, format: format, to: &bytes)
            }
        }
        appendSample(name, suffix: "_count", labels) { NumberText.append(cumulative, to: &$0) }
    }

    private mutating func appendSample(
        _ name: String,
        suffix: String = "",
        _ labels: LabelText,
        bound: Double? = nil,
        value: (inout [UInt8]) -> Void
    ) {
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: suffix.utf8)
        if !labels.bytes.isEmpty || bound != nil {
            bytes.append(UInt8(ascii: "{"))
            bytes.append(contentsOf: labels.bytes)
            if let bound {
                bytes.append(contentsOf: (labels.bytes.isEmpty ? "le=\"" : ",le=\"").utf8)
                NumberText.append(bound, format: format, to: &bytes)
                bytes.append(UInt8(ascii: "\""))
            }
            bytes.append(UInt8(ascii: "}"))
        }
        bytes.append(UInt8(ascii: " "))
        value(&bytes)
        bytes.append(UInt8(ascii: "\n"))
    }
}
