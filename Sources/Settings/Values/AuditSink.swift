/// Where audit records go.
public enum AuditSink: Sendable, Equatable {
    /// Nowhere.
    case none
    /// Standard output, one JSON object a line.
    case standardOutput
    /// The end of a file, made with mode 0600 if it is missing.
    case file(path: String)

    init(parsing text: String) throws(ValueFault) {
        switch text {
        case "none": self = .none
        case "stdout": self = .standardOutput
        default:
            guard text.hasPrefix("file:"), text.utf8.count > 5, !text.utf8.contains(where: { $0 < 0x20 }) else {
                throw .malformed("is not an audit destination; write none, stdout or file:/path")
            }
            self = .file(path: String(text.dropFirst(5)))
        }
    }

    var text: String {
        switch self {
        case .none: "none"
        case .standardOutput: "stdout"
        case .file(let path): "file:\(path)"
        }
    }
}
