import Glibc

/// An open directory through which its entries are reached.
///
/// Names are resolved against the open directory and never through a symbolic link, so that nothing placed inside
/// the data directory can lead a read, a write or a removal out of it.
final class DirectoryHandle: Sendable {
    /// The path it was opened by, without a trailing slash: for error texts and for callers outside this room.
    let path: String
    private let descriptor: OwnedDescriptor

    private init(number: CInt, path: String) {
        self.path = path
        descriptor = OwnedDescriptor(number, path: path)
    }

    /// Opens a directory by its path; here, and only here, symbolic links are the operator's choice and followed.
    convenience init(path: String) throws(StorageError) {
        let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { throw .system(errno, call: "open", path: path) }
        self.init(number: number, path: path)
    }

    /// The descriptor's number; valid while this object lives.
    var number: CInt { descriptor.number }

    /// The path of an entry.
    func path(of name: String) -> String { path + "/" + name }

    /// Opens the directory `name`, which must exist and be no symbolic link.
    func subdirectory(_ name: String) throws(StorageError) -> DirectoryHandle {
        let opened = openat(number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else { throw .system(errno, call: "open", path: path(of: name)) }
        return DirectoryHandle(number: opened, path: path(of: name))
    }

    /// Opens the directory `name`, which is made with mode 0700, durably, when it does not exist.
    func makeSubdirectory(_ name: String) throws(StorageError) -> DirectoryHandle {
        if mkdirat(number, name, 0o700) == 0 {
            do {
                try synchronize()
            } catch {
                // A directory that stayed would look durable to the next caller.
                unlinkat(number, name, AT_REMOVEDIR)
                throw error
            }
        } else if errno != EEXIST {
            throw .system(errno, call: "mkdir", path: path(of: name))
        }
        return try subdirectory(name)
    }

    /// Opens the file `name` with mode 0600 when it is made.
    func file(_ name: String, flags: CInt) throws(StorageError) -> OwnedDescriptor {
        let opened = openat(number, name, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw .system(errno, call: "open", path: path(of: name)) }
        return OwnedDescriptor(opened, path: path(of: name))
    }

    /// What the system knows about the entry itself, or nil when there is none.
    func status(of name: String) throws(StorageError) -> stat? {
        var status = stat()
        if fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
        guard errno == ENOENT else { throw .system(errno, call: "stat", path: path(of: name)) }
        return nil
    }

    /// Gives the file `name` the name `newName` in this directory, in the place of any file of that name.
    func rename(_ name: String, to newName: String) throws(StorageError) {
        guard renameat(number, name, number, newName) == 0 else {
            throw .system(errno, call: "rename", path: path(of: newName))
        }
    }

    /// Moves the entry `name` to another directory of the same file system.
    ///
    /// It takes the place of a file of that name; a directory only that of an empty one.
    func move(_ name: String, to other: DirectoryHandle) throws(StorageError) {
        guard renameat(number, name, other.number, name) == 0 else {
            throw .system(errno, call: "rename", path: other.path(of: name))
        }
    }

    /// Removes the entry `name`, which is no directory; does nothing when there is none.
    func remove(_ name: String) throws(StorageError) {
        guard unlinkat(number, name, 0) == 0 || errno == ENOENT else {
            throw .system(errno, call: "unlink", path: path(of: name))
        }
    }

    /// Returns when the directory's entries have reached the disk.
    func synchronize() throws(StorageError) {
        try descriptor.synchronize()
    }

    /// What the system knows about the directory.
    func status() throws(StorageError) -> stat {
        try descriptor.status()
    }
}
