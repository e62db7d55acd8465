extension WriteQueue {
    /// What a queue may hold, and what one transaction may take of it.
    struct Limits {
        /// The most writes of one transaction.
        var batchWrites = StorageLimits.batchOperations
        /// The most bytes of one transaction with more than one write.
        var batchBytes = StorageLimits.batchBytes
        /// The most bytes that wait, unless only one write does.
        var waitingBytes = StorageLimits.waitingBytes
    }
}
