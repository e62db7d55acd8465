import Synchronization

/// Bounds the memory of all blocks in work: registers, local and shared memory.
final class BlockMemory: Sendable {
    private let limit: Int
    private let used = Mutex(0)

    /// - Parameter limit: bytes; at least what one block may take, so that one can always run.
    init(limit: Int) { self.limit = max(limit, BlockGeometry.memoryLimit) }

    /// Takes memory for a block.
    /// - Returns: whether there was enough.
    func reserve(_ bytes: Int) -> Bool {
        used.withLock { used in
            guard used + bytes <= limit else { return false }
            used += bytes
            return true
        }
    }

    func release(_ bytes: Int) { used.withLock { $0 -= bytes } }

    func has(_ bytes: Int) -> Bool { used.withLock { $0 + bytes <= limit } }
}
