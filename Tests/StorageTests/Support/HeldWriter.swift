import Dispatch
import GRDB
import TestSupport

@testable import Storage

/// Occupies the writing thread of a storage, so that writes gather in the meantime.
struct HeldWriter {
    private let storage: Storage
    private let end = DispatchSemaphore(value: 0)

    init(_ storage: Storage) {
        self.storage = storage
        storage.pool.asyncWriteWithoutTransaction { [end] _ in end.wait() }
    }

    /// Returns when at least so many writes wait.
    func gather(_ count: Int) async throws {
        try await wait { storage.jobWrites.waiting >= count }
    }

    func release() { end.signal() }
}
