import TestSupport
import Testing

@testable import CLI

@Suite("The reader of server-sent events")
struct EventReaderTests {
    private func read(_ text: String) throws -> [EventReader.Event] {
        var reader = EventReader()
        return try reader.feed(text.utf8)
    }

    @Test("understands fields, comments and all ends of lines")
    func fields() throws {
        #expect(try read("data: a\n\n") == [.init(name: "message", data: "a")])
        #expect(try read("event:x\rdata:a\rdata:  b\r\r") == [.init(name: "x", data: "a\n b")])
        #expect(try read("event: x\r\ndata\r\n\r\n") == [.init(name: "x", data: "")])
        #expect(try read(": comment\n\nid: 1\n\nevent: x\n\n") == [])
        #expect(try read("event: x\n\ndata: a\n\n") == [.init(name: "message", data: "a")])
        #expect(try read("data: a\n") == [])
    }

    @Test("gives the same events wherever the bytes are cut")
    func cuts() throws {
        let text = "event: chunk\r\ndata: a\r\ndata: ä€\r\n\r\n: x\n\ndata: \u{1F600}\r\r\nevent: done\ndata: {}\n\n"
        let whole = try read(text)
        #expect(whole.count == 3)
        let bytes = Array(text.utf8)
        for first in 0...bytes.count {
            for second in stride(from: first, through: bytes.count, by: 5) {
                var reader = EventReader()
                var events = try reader.feed(bytes[..<first])
                events += try reader.feed(bytes[first..<second])
                events += try reader.feed(bytes[second...])
                #expect(events == whole)
            }
        }
    }

    @Test("refuses an event that does not end")
    func endless() throws {
        var reader = EventReader()
        let line = Array("data: \(String(repeating: "x", count: 65_000))\n".utf8)
        #expect(throws: CommandError.self) { for _ in 0..<20 { _ = try reader.feed(line) } }
    }

    @Test("takes any bytes without failing")
    func noise() throws {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array(":\n\rdate vn\u{0}x\u{FF}".utf8)
        for _ in 0..<500 {
            var reader = EventReader()
            let bytes = (0..<200).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
            let events = try reader.feed(bytes)
            #expect(events.allSatisfy { !$0.name.isEmpty })
        }
    }

    @Test("tells the end of a stream from its chunks")
    func ends() throws {
        #expect(try StreamEnd(.init(name: "chunk", data: "x")) == nil)
        #expect(try StreamEnd(.init(name: "done", data: "{}")) == .ok)
        let error = EventReader.Event(name: "error", data: #"{"reason":"wasm_error","message":"m"}"#)
        #expect(try StreamEnd(error) == .failed(kind: "wasm_error", message: "m"))
        #expect(throws: CommandError.self) { try StreamEnd(.init(name: "error", data: "x")) }
    }
}
