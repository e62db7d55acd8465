/// Faults found so far, at most as many as a limit allows.
struct FaultList {
    /// The faults in the order in which they were found.
    private(set) var diagnostics: [Diagnostic] = []
    /// The most that are kept.
    let limit: Int

    /// An empty list.
    init(limit: Int) { self.limit = max(limit, 1) }

    /// Whether there is no room, so that looking further is no use.
    var isFull: Bool { diagnostics.count >= limit }

    /// Adds a fault if there is room.
    mutating func add(_ code: Diagnostic.Code, _ message: String, at span: SourceSpan) {
        if !isFull { diagnostics.append(Diagnostic(code, message, at: span)) }
    }

    /// Adds a fault if there is room.
    mutating func add(_ fault: Fault, at span: SourceSpan) { add(fault.code, fault.message, at: span) }

    /// The faults in the order of the text.
    var sorted: [Diagnostic] {
        diagnostics.enumerated().sorted { ($0.element.span.offset, $0.offset) < ($1.element.span.offset, $1.offset) }
            .map(\.element)
    }
}

/// What is wrong, before its place is known.
struct Fault: Error {
    let code: Diagnostic.Code
    let message: String

    init(_ code: Diagnostic.Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
