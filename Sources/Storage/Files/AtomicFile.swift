/// Files that are either absent, old or new, and never half-written.
///
/// The calls block on the disk: make them from a thread that may wait, not from the cooperative pool.
public enum AtomicFile {
    /// Writes a file, in the place of any file of that name, and returns when it has reached the disk.
    ///
    /// The bytes go to a temporary file in the same directory, which is synchronized and then renamed; a symbolic
    /// link at `path` is replaced, not followed. On failure nothing new stays behind: the disk being full leaves
    /// neither a temporary file nor a shorter one. Only when the very last step fails, the synchronization of the
    /// directory, is the new file in place, complete, though a power failure may still undo the renaming.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - path: The file's path; its directory exists. The file gets mode 0600.
    /// - Throws: ``StorageError``, such as ``StorageError/Code/full`` or ``StorageError/Code/readOnly``.
    public static func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
        let (directory, name) = try DirectoryHandle.containing(path)
        let staged = try StagedFile(bytes, in: directory)
        do {
            try staged.publish(as: name)
        } catch {
            staged.discard()
            throw error
        }
    }

    /// Removes the temporary files that a process left in `directory` when it died while it wrote.
    ///
    /// Call it only while nothing writes there. Files of other names and symbolic links are left alone, and
    /// directories inside are not entered.
    ///
    /// - Returns: How many files were removed.
    @discardableResult
    public static func removeLeftovers(in directory: String) throws(StorageError) -> Int {
        try DirectoryHandle(path: directory).removeTemporaryFiles().removed
    }
}
