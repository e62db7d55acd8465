/// Why a list of tokens cannot be used; the start, or the reload, stops with it.
///
/// It names where the mistake is and what kind it is, and never contains anything of the entry's text.
public struct TokenFault: Error, Sendable, Equatable {
    /// What ``position`` counts.
    public enum Unit: String, Sendable {
        /// Entries of a comma list; the ids of a scope belong to their entry.
        case entry
        /// Lines of a file, comments and blank ones included.
        case line
    }

    /// What kind of mistake it is, stable for programs.
    public let code: Code

    /// What ``position`` counts.
    public let unit: Unit

    /// Where the mistake is, from 1 on. Absent for a fault of the whole text.
    public let position: Int?

    /// What is wrong, in words that are safe to show to anyone.
    public var reason: String { code.reason }
}

extension TokenFault: CustomStringConvertible {
    /// Position and reason as one line, like `entry 3: the scope is empty`.
    public var description: String {
        guard let position else { return reason }
        return "\(unit.rawValue) \(position): \(reason)"
    }
}
