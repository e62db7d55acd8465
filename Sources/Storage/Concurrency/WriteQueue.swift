/// Decides which of the waiting writes the next transaction takes. A plain value without locks or a database.
///
/// Writes keep their order. While a transaction runs the others gather, and the next one takes them together: the more
/// come at once, the fewer times the disk is waited for.
struct WriteQueue<Write> {
    /// What becomes of a new write.
    enum Admission: Equatable {
        /// Too many bytes wait already.
        case refused
        /// A transaction is under way, and one after it takes the write.
        case queued
        /// Nothing is under way: whoever added the write must see to a transaction.
        case mustBegin
    }

    private let limits: Limits
    private var waiting: [(write: Write, bytes: Int)] = []
    private(set) var waitingBytes = 0
    private(set) var isActive = false

    init(limits: Limits) { self.limits = limits }

    /// The writes that no transaction has taken yet.
    var count: Int { waiting.count }

    /// Adds a write that holds `bytes` bytes of content.
    mutating func append(_ write: Write, bytes: Int) -> Admission {
        guard waiting.isEmpty || bytes <= limits.waitingBytes - waitingBytes else { return .refused }
        waiting.append((write, bytes))
        waitingBytes += bytes
        defer { isActive = true }
        return isActive ? .queued : .mustBegin
    }

    /// Takes the writes of the next transaction: at least one if any waits.
    mutating func next() -> [Write] {
        var count = 0
        var bytes = 0
        for entry in waiting.prefix(limits.batchWrites) {
            guard count == 0 || bytes + entry.bytes <= limits.batchBytes else { break }
            count += 1
            bytes += entry.bytes
        }
        let batch = waiting.prefix(count).map(\.write)
        waiting.removeFirst(count)
        waitingBytes -= bytes
        return batch
    }

    /// Ends a transaction.
    ///
    /// - Returns: Whether another must follow; if not, the next write begins one.
    mutating func finish() -> Bool {
        isActive = !waiting.isEmpty
        return isActive
    }
}
