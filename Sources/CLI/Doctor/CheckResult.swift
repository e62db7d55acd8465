/// What one check of the machine found.
struct CheckResult: Sendable, Equatable {
    enum State: String, Sendable {
        case ok
        /// The server works, but less well than it could, or not under load.
        case warn
        /// The server would not start or not work.
        case fail
    }

    let name: String
    let state: State
    /// What was found.
    let detail: String
    /// What to do about it; empty when all is well.
    let advice: String

    static func ok(_ name: String, _ detail: String) -> CheckResult {
        CheckResult(name: name, state: .ok, detail: detail, advice: "")
    }

    static func warn(_ name: String, _ detail: String, advice: String) -> CheckResult {
        CheckResult(name: name, state: .warn, detail: detail, advice: advice)
    }

    static func fail(_ name: String, _ detail: String, advice: String) -> CheckResult {
        CheckResult(name: name, state: .fail, detail: detail, advice: advice)
    }

    /// One line.
    var line: String {
        let mark = state.rawValue.padded(to: 4)
        return "\(mark)  \(name.padded(to: 14))  \(detail)" + (advice.isEmpty ? "" : "; \(advice)")
    }

    var json: JSONValue {
        .object([
            ("name", .string(name)), ("state", .string(state.rawValue)), ("detail", .string(detail)),
            ("advice", .string(advice)),
        ])
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(width - count, 0)) }
}
