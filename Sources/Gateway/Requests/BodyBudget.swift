import Synchronization

/// Bounds the memory of all request bodies that are being received, together.
///
/// Each body has a limit of its own; without this one, many connections at once could still fill the memory.
final class BodyBudget: Sendable {
    private let limit: Int
    private let used = Atomic<Int>(0)

    /// - Parameter limit: bytes.
    init(limit: Int) { self.limit = limit }

    /// Takes `count` bytes, to be given back with ``release(_:)``.
    /// - Returns: whether they were there.
    func reserve(_ count: Int) -> Bool {
        if used.add(count, ordering: .relaxed).newValue <= limit { return true }
        release(count)
        return false
    }

    func release(_ count: Int) { used.subtract(count, ordering: .relaxed) }

    /// Bytes taken at this moment.
    var usedBytes: Int { used.load(ordering: .relaxed) }
}
