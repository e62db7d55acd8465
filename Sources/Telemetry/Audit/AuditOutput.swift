/// Where an ``AuditWriter`` writes: a descriptor that can be exchanged.
protocol AuditOutput: Sendable {
    /// The most bytes that one write should have, so that nothing of another program comes between them.
    var writeLimit: Int { get }

    /// Whether what is there now ends inside a line, as a killed process leaves it.
    var endsInsideLine: Bool { get }

    /// Writes some of the bytes, one or more.
    mutating func write(_ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int

    /// Waits until what was written has reached the disk.
    mutating func synchronize() throws(SystemFailure)

    /// Opens what has the name now.
    ///
    /// - Returns: Whether that is something else than before. After an error the old one stays open.
    mutating func reopen() throws(TelemetryError) -> Bool
}
