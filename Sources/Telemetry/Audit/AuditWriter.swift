/// Writes batches of lines, and keeps lines whole when the system takes only a part of one.
///
/// A line that was written in part is completed ahead of anything else as soon as there is room again, or begun anew
/// when the output is another file by then.
struct AuditWriter: Sendable {
    /// What became of the lines handed over.
    struct Outcome: Equatable {
        /// Lines of this batch that were written, counted from its first.
        var written = 0
        /// Lines that were written in part before and are complete now: 0 or 1.
        var completed = 0
        /// Lines that never will be written. One that was written in part is not among them.
        var dropped = 0
        /// Why not all were written.
        var failure: SystemFailure?
    }

    private var output: any AuditOutput
    /// What has to be written before anything else.
    private var remainder: ArraySlice<UInt8> = []
    /// The whole line that `remainder` is the end of; empty when that is no record.
    private var partialLine: ArraySlice<UInt8> = []

    init(_ output: any AuditOutput) {
        self.output = output
        startLine()
    }

    /// Lines that were written in part: 0 or 1.
    var partialLines: Int { partialLine.isEmpty ? 0 : 1 }

    mutating func write(_ batch: AuditBatch) -> Outcome {
        var outcome = completePartialLine()
        guard outcome.failure == nil else {
            outcome.dropped = batch.records
            return outcome
        }
        var rest = batch.bytes[...]
        outcome.failure = writeAll(&rest)
        guard outcome.failure != nil else {
            outcome.written = batch.records
            return outcome
        }
        let lineBreak = UInt8(ascii: "\n")
        let done = batch.bytes[..<rest.startIndex]
        outcome.written = done.count { $0 == lineBreak }
        let lineStart = done.lastIndex(of: lineBreak).map { $0 + 1 } ?? 0
        if lineStart < rest.startIndex {
            let lineEnd = (rest.firstIndex(of: lineBreak) ?? rest.endIndex - 1) + 1
            // Copies: a slice would keep the memory of the whole batch.
            partialLine = Array(batch.bytes[lineStart..<lineEnd])[...]
            remainder = Array(rest[..<lineEnd])[...]
        }
        outcome.dropped = batch.records - outcome.written - partialLines
        return outcome
    }

    /// Completes what was begun, if anything was.
    mutating func completePartialLine() -> Outcome {
        var rest = remainder
        let failure = writeAll(&rest)
        remainder = rest
        if let failure { return Outcome(failure: failure) }
        defer { partialLine = [] }
        return Outcome(completed: partialLines)
    }

    /// Gives up the line that was written in part.
    ///
    /// - Returns: How many lines that were: 0 or 1.
    mutating func giveUpPartialLine() -> Int {
        defer { (partialLine, remainder) = ([], []) }
        return partialLines
    }

    mutating func synchronize() throws(SystemFailure) {
        try output.synchronize()
    }

    mutating func reopen() throws(TelemetryError) {
        guard try output.reopen() else { return }
        remainder = partialLine
        startLine()
    }

    /// The rest of somebody's line, there before, must not become the beginning of ours.
    private mutating func startLine() {
        if output.endsInsideLine { remainder = [UInt8(ascii: "\n")] + remainder }
    }

    /// Takes from the front of `bytes` what was written.
    private mutating func writeAll(_ bytes: inout ArraySlice<UInt8>) -> SystemFailure? {
        do throws(SystemFailure) {
            while !bytes.isEmpty { bytes.removeFirst(try output.write(nextPiece(of: bytes))) }
            return nil
        } catch {
            return error
        }
    }

    /// As many whole lines as one write may have.
    private func nextPiece(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.count > output.writeLimit else { return bytes }
        let piece = bytes.prefix(output.writeLimit)
        guard let end = piece.lastIndex(of: UInt8(ascii: "\n")) else { return piece }
        return piece[...end]
    }
}
