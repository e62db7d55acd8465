/// The labels of one series, escaped and joined, without braces: `route="/healthz",method="GET"`.
///
/// Rendered once when a label value becomes known, so that a scrape only copies bytes.
struct LabelText: Hashable, Sendable {
    private(set) var bytes: [UInt8]

    init() {
        bytes = []
    }

    /// - Parameters:
    ///   - name: A valid label name.
    ///   - value: Any text.
    init(name: String, value: String) {
        bytes = Array(name.utf8)
        bytes.append(contentsOf: "=\"".utf8)
        EscapedText.appendLabelValue(value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    init(_ labels: [(name: String, value: String)]) {
        self.init()
        for label in labels {
            append(LabelText(name: label.name, value: label.value))
        }
    }

    mutating func append(_ other: LabelText) {
        if !bytes.isEmpty, !other.bytes.isEmpty {
            bytes.append(UInt8(ascii: ","))
        }
        bytes.append(contentsOf: other.bytes)
    }
}
