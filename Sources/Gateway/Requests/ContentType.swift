/// What kind of body a request announces.
enum ContentType: Equatable {
    case json
    case wasm
    case wat
    /// No `Content-Type`; each route knows what that means.
    case absent
    case other

    /// - Parameter header: the field's value; parameters such as a character set are ignored.
    init(_ header: String?) {
        guard let header else {
            self = .absent
            return
        }
        // What nearly every call says, without the tables of Unicode.
        if header == "application/json" {
            self = .json
            return
        }
        let type = header.prefix { $0 != ";" }.lowercased()
        switch type.trimming(while: \.isWhitespace) {
        case "application/json": self = .json
        case "application/wasm": self = .wasm
        case "application/wat", "text/wat", "text/x-wat": self = .wat
        case "": self = .absent
        default: self = .other
        }
    }
}

extension String {
    func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
        let start = drop(while: isTrimmed)
        return start.prefix(
            (start.lastIndex { !isTrimmed($0) }).map { start.distance(from: start.startIndex, to: $0) + 1 } ?? 0)
    }
}
