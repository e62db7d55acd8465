import Glibc
import Testing

@testable import Telemetry

struct AuditWriterTests {
    private static let lines = ["a1\n", "bb22\n", "c\n"]
    private static let length = 10

    private func batch(_ lines: [String] = Self.lines) -> AuditBatch {
        var batch = AuditBatch()
        for line in lines { batch.append(Array(line.utf8), then: nil) }
        return batch
    }

    @Test(arguments: 1...12)
    func `short writes are continued`(_ mostAtOnce: Int) {
        let output = ScriptedOutput()
        output.state.withLock { $0.mostAtOnce = mostAtOnce }
        var writer = AuditWriter(output)
        #expect(writer.write(batch()) == AuditWriter.Outcome(written: 3))
        #expect(output.files == ["a1\nbb22\nc\n"])
    }

    @Test(arguments: 0...length)
    func `a disk that fills up after any byte leaves whole lines when there is room again`(_ room: Int) {
        let output = ScriptedOutput()
        output.setRoom(room)
        var writer = AuditWriter(output)
        let first = writer.write(batch())
        let whole = room >= 10 ? 3 : room >= 8 ? 2 : room >= 3 ? 1 : 0
        let isPartial = ![0, 3, 8, 10].contains(room)
        #expect(first.written == whole)
        #expect(first.completed == 0)
        #expect(first.dropped == 3 - whole - (isPartial ? 1 : 0))
        #expect(first.failure == (room == 10 ? nil : SystemFailure(number: ENOSPC)))
        #expect(writer.partialLines == (isPartial ? 1 : 0))
        output.setRoom(.max)
        let second = writer.write(batch(["next\n"]))
        #expect(second == AuditWriter.Outcome(written: 1, completed: isPartial ? 1 : 0))
        let expected = Self.lines.prefix(whole + (isPartial ? 1 : 0)).joined() + "next\n"
        #expect(output.files == [expected])
    }

    @Test(arguments: 0...length)
    func `a line begun in a file that was renamed is whole in the new one`(_ room: Int) throws {
        let output = ScriptedOutput()
        output.setRoom(room)
        var writer = AuditWriter(output)
        let first = writer.write(batch())
        output.rename()
        try writer.reopen()
        output.setRoom(.max)
        let second = writer.write(batch(["next\n"]))
        #expect(first.written + first.dropped + second.completed == 3)
        let begun = Self.lines.dropFirst(first.written).prefix(second.completed).joined()
        #expect(output.files[1] == begun + "next\n")
    }

    @Test func `a line that cannot be completed stays to be completed, and nothing is written after it`() {
        let output = ScriptedOutput()
        output.setRoom(1)
        var writer = AuditWriter(output)
        _ = writer.write(batch())
        output.setRoom(1)
        let again = writer.write(batch(["x\n", "y\n"]))
        #expect(again == AuditWriter.Outcome(dropped: 2, failure: SystemFailure(number: ENOSPC)))
        #expect(output.files == ["a1"])
        output.setRoom(.max)
        #expect(writer.completePartialLine() == AuditWriter.Outcome(completed: 1))
        #expect(writer.completePartialLine() == AuditWriter.Outcome())
        #expect(output.files == ["a1\n"])
    }

    @Test func `a line that is given up is not written later`() {
        let output = ScriptedOutput()
        output.setRoom(1)
        var writer = AuditWriter(output)
        _ = writer.write(batch())
        #expect(writer.giveUpPartialLine() == 1)
        #expect(writer.giveUpPartialLine() == 0)
    }

    @Test(arguments: [("", ""), ("old\n", "old\n"), ("half", "half\n"), ("\n", "\n")])
    func `a file that ends inside a line gets its line break first`(_ content: String, _ kept: String) {
        let output = ScriptedOutput(content: content)
        var writer = AuditWriter(output)
        #expect(writer.write(batch()) == AuditWriter.Outcome(written: 3))
        #expect(output.files == [kept + "a1\nbb22\nc\n"])
    }

    @Test func `the line break of a strange half line counts as no record`() {
        let output = ScriptedOutput(content: "half")
        output.setRoom(0)
        var writer = AuditWriter(output)
        #expect(writer.write(batch()) == AuditWriter.Outcome(dropped: 3, failure: SystemFailure(number: ENOSPC)))
        output.setRoom(.max)
        #expect(writer.completePartialLine() == AuditWriter.Outcome())
        #expect(output.files == ["half\n"])
    }

    @Test func `a new file that ends inside a line is handled like one that did at the start`() throws {
        let output = ScriptedOutput()
        var writer = AuditWriter(output)
        output.setRoom(4)
        _ = writer.write(batch())
        output.rename(newContent: "half")
        try writer.reopen()
        output.setRoom(.max)
        #expect(writer.write(batch(["next\n"])) == AuditWriter.Outcome(written: 1, completed: 1))
        #expect(output.files == ["a1\nb", "half\nbb22\nnext\n"])
    }

    @Test func `opening the same file again changes nothing`() throws {
        let output = ScriptedOutput()
        output.setRoom(4)
        var writer = AuditWriter(output)
        _ = writer.write(batch())
        try writer.reopen()
        output.setRoom(.max)
        #expect(writer.completePartialLine() == AuditWriter.Outcome(completed: 1))
        #expect(output.files == ["a1\nbb22\n"])
    }

    @Test(arguments: [5, 6, 7, 8, 9])
    func `no write is longer than the output allows, and each ends with a line`(_ limit: Int) {
        let output = PieceOutput(writeLimit: limit)
        var writer = AuditWriter(output)
        #expect(writer.write(batch()) == AuditWriter.Outcome(written: 3))
        let pieces = output.pieces.values
        #expect(pieces.joined() == "a1\nbb22\nc\n")
        #expect(pieces.allSatisfy { $0.utf8.count <= limit && $0.hasSuffix("\n") })
        #expect(pieces.count == (limit < 7 ? 3 : 2))
    }
}

/// Notes what each write was asked to take.
private struct PieceOutput: AuditOutput {
    let writeLimit: Int
    let pieces = Heard<String>()
    let endsInsideLine = false

    func write(_ bytes: ArraySlice<UInt8>) -> Int {
        pieces.append(String(decoding: bytes, as: UTF8.self))
        return bytes.count
    }

    func synchronize() {}

    func reopen() -> Bool { false }
}
