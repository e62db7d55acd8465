extension ModuleStore {
    /// Removes what a killed process left: temporary files, and modules that no function refers to.
    ///
    /// Only regular files with names of this room's own patterns are touched, in directories of this room's own
    /// pattern that are no symbolic links. A file that cannot be removed costs space and nothing else, so it is
    /// counted and does not keep the storage from opening.
    ///
    /// - Parameter isInUse: Whether a function refers to a module.
    func removeLeftovers(isInUse: (Digest) throws(StorageError) -> Bool) throws(StorageError) -> CleanupReport {
        var report = CleanupReport()
        for name in try directory.entries(where: Self.isShard) {
            guard let shard = try? directory.subdirectory(name) else { continue }
            report.addTemporary(try shard.removeTemporaryFiles())
            for file in try shard.entries(where: { Self.digest(fileName: $0, shard: name) != nil }) {
                guard let digest = Self.digest(fileName: file, shard: name), shard.isRegularFile(file),
                    try !isInUse(digest)
                else { continue }
                if shard.removes(file) { report.orphanedModules += 1 } else { report.failures += 1 }
            }
        }
        return report
    }

    private static func isShard(_ name: String) -> Bool {
        name.utf8.count == 2 && name == name.lowercased() && name.utf8.allSatisfy { Hexadecimal.value(of: $0) != nil }
    }

    /// The digest that a file is named for, or nil when this room would not have named it so.
    private static func digest(fileName: String, shard: String) -> Digest? {
        guard fileName.hasSuffix(suffix), let digest = Digest(hex: fileName.dropLast(suffix.count)) else { return nil }
        return fileName == Self.fileName(of: digest) && fileName.hasPrefix(shard) ? digest : nil
    }
}
