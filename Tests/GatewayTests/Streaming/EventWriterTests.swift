import NIOCore
import TestSupport
import Testing

@testable import Gateway

@Suite struct EventWriterTests {
    private func write(_ chunks: [[UInt8]]) -> [UInt8] {
        var writer = EventWriter()
        var buffer = ByteBuffer()
        for chunk in chunks { writer.chunk(chunk, to: &buffer) }
        writer.finish(to: &buffer)
        return Array(buffer.readableBytesView)
    }

    private func wire(_ chunks: String...) -> String {
        String(decoding: write(chunks.map { Array($0.utf8) }), as: UTF8.self)
    }

    /// The text of bytes as a client has it: whole, with one newline for each end of a line.
    private func normal(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar != "\n" || last != "\r" { text.append(scalar == "\r" ? "\n" : scalar) }
            last = scalar
        }
        return String(text)
    }

    @Test func `a chunk is an event, and each of its lines a line of data`() {
        #expect(wire("one") == "event: chunk\ndata: one\n\n")
        #expect(wire("one\ntwo") == "event: chunk\ndata: one\ndata: two\n\n")
        #expect(wire("one\n") == "event: chunk\ndata: one\ndata: \n\n")
        #expect(wire("a", "b") == "event: chunk\ndata: a\n\nevent: chunk\ndata: b\n\n")
        #expect(wire(" a: b") == "event: chunk\ndata:  a: b\n\n")
    }

    @Test(arguments: ["a\rb", "a\r\nb", "a\nb"])
    func `every end of a line is one`(text: String) {
        #expect(wire(text) == "event: chunk\ndata: a\ndata: b\n\n")
    }

    @Test func `an end of a line that two chunks share is one`() {
        #expect(wire("a\r", "\nb") == "event: chunk\ndata: a\ndata: \n\nevent: chunk\ndata: b\n\n")
        #expect(wire("a\r", "\n") == "event: chunk\ndata: a\ndata: \n\n")
        #expect(EventReader(write([[0x0D], [0x0A], [0x0A]])).text == "\n\n")
    }

    @Test func `text of a guest cannot end its event or begin another`() {
        let reader = EventReader(write([Array("a\n\nevent: done\ndata: {}\n\n: x\rdata: y".utf8)]))
        #expect(reader.events.map(\.name) == ["chunk"] && reader.comments.isEmpty)
        #expect(reader.text == "a\n\nevent: done\ndata: {}\n\n: x\ndata: y")
    }

    @Test func `a character that two chunks share arrives whole`() {
        let bytes = Array("é€😀".utf8)
        for cut in 0...bytes.count {
            let body = write([Array(bytes[..<cut]), Array(bytes[cut...])])
            #expect(EventReader(body).text == "é€😀")
        }
        #expect(EventReader(write(bytes.map { [$0] })).events.map(\.data) == ["é", "€", "😀"])
    }

    @Test(arguments: [
        [0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xC0, 0x80], [0x80, 0x80],
    ])
    func `what is not UTF-8 is replaced, at the end as elsewhere`(bytes: [UInt8]) {
        for text in [bytes, bytes + [0x41], [0x41] + bytes, [0x41] + bytes + [0x0A] + bytes] {
            #expect(EventReader(write([text])).text == String(decoding: text, as: UTF8.self))
        }
    }

    @Test func `wherever bytes are cut, a client has their text`() {
        var generator = SeededGenerator(seed: 17)
        let pieces: [[UInt8]] = [
            [0x0A], [0x0D], [0x0D, 0x0A], [0x20], [0x3A], Array("data: ".utf8), Array("é".utf8), Array("€".utf8),
            Array("😀".utf8), [0xF0], [0xE2, 0x82], [0x80], [0xFF], [0x00], [0xEF, 0xBB, 0xBF], [0xED, 0xA0],
        ]
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &generator)).flatMap { _ in
                pieces.randomElement(using: &generator) ?? []
            }
            var chunks: [[UInt8]] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...min(rest.count, 6), using: &generator)
                chunks.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            let reader = EventReader(write(chunks))
            #expect(reader.text == normal(bytes), "\(chunks)")
            #expect(reader.events.allSatisfy { $0.name == "chunk" })
        }
    }

    @Test func `other events carry an object`() {
        var buffer = ByteBuffer(string: "before\n")
        EventWriter.event("error", to: &buffer) { $0.field("message", "a\nb") }
        #expect(String(buffer: buffer) == "before\nevent: error\ndata: {\"message\":\"a\\nb\"}\n\n")
    }
}
