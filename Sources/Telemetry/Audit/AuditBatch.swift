/// Audit lines that are written together.
struct AuditBatch: Sendable {
    /// Called once, with whether the line was written.
    typealias Completion = @Sendable (Bool) -> Void

    private struct Waiter {
        let line: Int
        let then: Completion
    }

    /// Whole lines, each with its line break.
    private(set) var bytes: [UInt8] = []
    /// How many lines there are.
    private(set) var records = 0
    private var waiters: [Waiter] = []

    var isAwaited: Bool { !waiters.isEmpty }

    mutating func append(_ line: [UInt8], then: Completion?) {
        if let then { waiters.append(Waiter(line: records, then: then)) }
        bytes.append(contentsOf: line)
        records += 1
    }

    /// Tells those who wait how it went.
    ///
    /// - Parameter written: How many lines, counted from the first, were written.
    func answer(written: Int) {
        for waiter in waiters { waiter.then(waiter.line < written) }
    }
}
