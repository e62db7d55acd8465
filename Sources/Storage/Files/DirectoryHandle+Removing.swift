import Glibc

extension DirectoryHandle {
    /// Removes the regular files that writers left under temporary names.
    func removeTemporaryFiles() throws(StorageError) -> (removed: Int, failed: Int) {
        var counts = (removed: 0, failed: 0)
        for name in try entries(where: StagedFile.isTemporary) where isRegularFile(name) {
            if removes(name) { counts.removed += 1 } else { counts.failed += 1 }
        }
        return counts
    }

    /// Whether the entry itself is a regular file: not a link, not a directory.
    func isRegularFile(_ name: String) -> Bool {
        guard let status = try? status(of: name) else { return false }
        return status.st_mode & S_IFMT == S_IFREG
    }

    /// Removes the entry and tells whether it is gone.
    func removes(_ name: String) -> Bool {
        (try? remove(name)) != nil
    }

    /// Removes the directory `name` with all that is in it, as far as that can be done.
    func removeTree(_ name: String) {
        if let directory = try? subdirectory(name) {
            for entry in (try? directory.entries { $0 != "." && $0 != ".." }) ?? [] {
                if !directory.removes(entry) { directory.removeTree(entry) }
            }
        }
        unlinkat(number, name, AT_REMOVEDIR)
    }
}
