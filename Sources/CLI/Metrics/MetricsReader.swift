/// Reads the Prometheus text format 0.0.4, as far as samples go: comments, with them types and helps, are skipped.
///
/// Source: Prometheus documentation, "Exposition formats", section "Text format details".
struct MetricsReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    private init(_ line: ArraySlice<UInt8>) {
        bytes = line
        position = line.startIndex
    }

    /// - Throws: ``CommandError`` that names the first line which is neither a sample nor a comment, or when there are
    ///   more samples than ``ClientLimits/metricSamples``.
    static func read(_ page: [UInt8]) throws(CommandError) -> MetricsPage {
        var samples: [String: [MetricSample]] = [:]
        var count = 0
        for (number, line) in page.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let text = line.last == 0x0D ? line.dropLast() : line
            guard let first = text.first(where: { !isBlank($0) }), first != UInt8(ascii: "#") else { continue }
            var reader = MetricsReader(text)
            guard let (name, sample) = reader.sample() else {
                throw .unexpectedAnswer("line \(number + 1) of its metrics is no sample")
            }
            count += 1
            guard count <= ClientLimits.metricSamples else {
                throw .unexpectedAnswer("it has more than \(ClientLimits.metricSamples) metrics")
            }
            samples[name, default: []].append(sample)
        }
        return MetricsPage(samples: samples)
    }

    private mutating func sample() -> (name: String, MetricSample)? {
        skipBlanks()
        guard let name = name(allowsColon: true) else { return nil }
        skipBlanks()
        var labels: [String: String] = [:]
        if skip("{") {
            guard let found = self.labels() else { return nil }
            labels = found
        }
        skipBlanks()
        guard let value = number(), isAtEndOrBlank else { return nil }
        skipBlanks()
        // A time may follow, in whole milliseconds.
        if position < bytes.endIndex {
            guard number() != nil else { return nil }
            skipBlanks()
        }
        return position == bytes.endIndex ? (name, MetricSample(labels: labels, value: value)) : nil
    }

    private mutating func labels() -> [String: String]? {
        var labels: [String: String] = [:]
        skipBlanks()
        while !skip("}") {
            guard let name = name(allowsColon: false) else { return nil }
            skipBlanks()
            guard skip("=") else { return nil }
            skipBlanks()
            guard let value = quoted() else { return nil }
            labels[name] = value
            skipBlanks()
            // A comma may also stand after the last label.
            if skip(",") {
                skipBlanks()
            } else if next != UInt8(ascii: "}") {
                return nil
            }
        }
        return labels
    }

    private mutating func quoted() -> String? {
        guard skip("\"") else { return nil }
        var content: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = next else { return nil }
                position += 1
                switch escaped {
                case UInt8(ascii: "n"): content.append(0x0A)
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): content.append(escaped)
                default: return nil
                }
            default: content.append(byte)
            }
        }
        return nil
    }

    private mutating func name(allowsColon: Bool) -> String? {
        let start = position
        while let byte = next, Self.isNameByte(byte, allowsColon: allowsColon, isFirst: position == start) {
            position += 1
        }
        return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    private static func isNameByte(_ byte: UInt8, allowsColon: Bool, isFirst: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): !isFirst
        case UInt8(ascii: ":"): allowsColon
        default: false
        }
    }

    /// Everything up to the next blank, if it is a number as Go reads it.
    private mutating func number() -> Double? {
        let start = position
        while let byte = next, !Self.isBlank(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        switch text {
        case "+Inf", "Inf": return .infinity
        case "-Inf": return -.infinity
        case "NaN": return .nan
        default:
            // `Double` alone also takes hexadecimal digits and words.
            guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
            return Double(text)
        }
    }

    private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private var isAtEndOrBlank: Bool { next.map(Self.isBlank) ?? true }

    private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() { while let byte = next, Self.isBlank(byte) { position += 1 } }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
