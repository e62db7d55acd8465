/// Names given by libraries, made fit for a metrics page.
enum LibraryMetricName {
    /// Families of this server and of its process; a library's family with such a name would be taken for one of them.
    private static let ownNamespaces = ["tensor_wasm_", "process_"]
    private static let prefix = "library_"

    /// The name of the family for a label such as `http.client.requests`.
    ///
    /// - Returns: Nil for a label that is empty or too long.
    static func family(_ label: String, suffix: String) -> String? {
        guard !label.isEmpty, label.utf8.count <= TelemetryLimits.libraryNameBytes else { return nil }
        var name = sanitised(label)
        for reserved in MetricDescription.suffixesOfSamples where name.hasSuffix(reserved) {
            name.removeLast(reserved.utf8.count)
        }
        if name.isEmpty || name.utf8.allSatisfy({ $0 == UInt8(ascii: "_") }) { return nil }
        if !suffix.isEmpty, !name.hasSuffix(suffix) { name += suffix }
        return ownNamespaces.contains(where: name.hasPrefix) ? prefixed(name) : name
    }

    /// The name to fall back to when the plain one is taken.
    static func prefixed(_ name: String) -> String {
        prefix + name
    }

    /// The name of a label, or nil when the text is empty or too long.
    static func label(_ text: String) -> String? {
        guard !text.isEmpty, text.utf8.count <= TelemetryLimits.libraryNameBytes else { return nil }
        let name = sanitised(text)
        let isOurs = ownNamespaces.contains(where: name.hasPrefix)
        return MetricName.isValidLabel(name) && !isOurs ? name : "label_" + name
    }

    /// A label value cut to its limit, never within a character's bytes.
    static func value(_ text: String) -> String {
        guard text.utf8.count > TelemetryLimits.libraryLabelValueBytes else { return text }
        var kept = String.UnicodeScalarView()
        var bytes = 0
        for scalar in text.unicodeScalars {
            bytes += UTF8.width(scalar)
            if bytes > TelemetryLimits.libraryLabelValueBytes { break }
            kept.append(scalar)
        }
        return String(kept)
    }

    /// Letters, digits and underscores; everything else, dots above all, becomes an underscore.
    private static func sanitised(_ text: String) -> String {
        let bytes = text.utf8.map { MetricName.isNameByte($0) ? $0 : UInt8(ascii: "_") }
        let name = String(decoding: bytes, as: UTF8.self)
        return bytes.first.map(MetricName.isDigit) == true ? "_" + name : name
    }
}
