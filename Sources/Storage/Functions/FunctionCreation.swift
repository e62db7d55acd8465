import GRDB

/// The part of a deployment that runs on the writing thread, after the module has reached the disk.
struct FunctionCreation: Sendable {
    let record: FunctionRecord
    /// Nil for a request that nobody would recognize when it came again.
    let key: IdempotencyEntry?
    let staged: StagedFile
    let modules: ModuleStore

    /// Gives the module its name and commits the row, in that order, so that no row ever lacks its module.
    ///
    /// When it fails, or the request is a repetition, the files are as before.
    func run(_ database: Database) throws -> Creation<FunctionRecord> {
        var isCommitting = false
        var creation = Creation.created(record)
        do {
            try database.inTransaction(.immediate) {
                if let key, let earlier: Creation<FunctionRecord> = try key.earlier(database) {
                    creation = earlier
                    return .rollback
                }
                if let key { try IdempotencyTable.store(key, database) }
                try FunctionTable.insert(record, database)
                try staged.publish(as: ModuleStore.fileName(of: record.digest))
                isCommitting = true
                return .commit
            }
            if !isCommitting { staged.discard() }
            return creation
        } catch {
            let error = StorageError(mapping: error)
            staged.discard()
            // A commit that failed while it was synchronized may still be found in the log after a crash, and then its
            // module must be there: such a module waits for the next opening, which knows. A full disk is no such
            // case, since the log then lacks the commit.
            if !isCommitting || error.code == .full {
                removeUnusedModule(database)
            }
            throw error
        }
    }

    private func removeUnusedModule(_ database: Database) {
        // A module that stays only costs space until the next opening; the deployment's own error matters more.
        guard (try? FunctionTable.usesModule(record.digest, database)) == false else { return }
        try? modules.remove(record.digest)
    }
}
