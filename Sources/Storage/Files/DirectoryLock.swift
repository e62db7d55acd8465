import Glibc

/// The right to use a data directory, held by one process at a time through `flock` on its file `lock`.
///
/// The system gives it up when the process ends, however it ends.
final class DirectoryLock: Sendable {
    private let descriptor: OwnedDescriptor

    init(in directory: DirectoryHandle) throws(StorageError) {
        descriptor = try directory.file("lock", flags: O_RDWR | O_CREAT)
        while flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK: throw StorageError(.locked, underlying: "flock \(directory.path(of: "lock"))")
            default: throw .system(errno, call: "flock", path: directory.path(of: "lock"))
            }
        }
    }

    /// Gives the directory up; further calls do nothing.
    func release() {
        flock(descriptor.number, LOCK_UN)
    }
}
