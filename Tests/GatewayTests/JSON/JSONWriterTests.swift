import Foundation
import NIOCore
import TestSupport
import Testing

@testable import Gateway

/// What a writer produces.
private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(buffer: writer.buffer)
}

@Suite("Writing JSON")
struct JSONWriterTests {
    @Test("Commas stand between members and between elements, and nowhere else")
    func structure() {
        let text = written { writer in
            writer.beginObject()
            writer.field("a", 1)
            writer.field("b", "x")
            writer.name("c")
            writer.beginArray()
            writer.beginArray()
            writer.endArray()
            writer.beginObject()
            writer.endObject()
            writer.null()
            writer.value(true)
            writer.value(1.5)
            writer.value(text: [0x78])
            writer.endArray()
            writer.field("d", false)
            writer.field("e", UInt64.max)
            writer.endObject()
        }
        #expect(text == #"{"a":1,"b":"x","c":[[],{},null,true,1.5,"x"],"d":false,"e":18446744073709551615}"#)
    }

    @Test("What a buffer already held stays in front")
    func appends() {
        var writer = JSONWriter(ByteBuffer(string: "data: "))
        writer.value("x")
        #expect(String(buffer: writer.buffer) == #"data: "x""#)
    }

    @Test("Quotes, backslashes and control characters are escaped, in names too")
    func escapes() {
        let text = "\"\\/\u{8}\t\n\u{B}\u{C}\r\0\u{1F}\u{7F}é😀"
        let escaped = #""\"\\/\b\t\n\u000b\f\r\u0000\u001f"# + "\u{7F}é😀\""
        #expect(written { $0.value(text) } == escaped)
        #expect(written { $0.value(text: Array(text.utf8)) } == escaped)
        #expect(written { $0.name(text) } == escaped + ":")
    }

    @Test("Integers are written in full, to both ends of their range")
    func integers() {
        for value in [0, 1, -1, 9, 10, -10, 99, 100, Int64.max, Int64.min, Int64.min + 1] {
            #expect(written { $0.value(value) } == "\(value)")
        }
        for value in [0, 10, UInt64.max, UInt64.max / 10] {
            #expect(written { $0.value(value) } == "\(value)")
        }
    }

    @Test("What is not finite is a string, and zero keeps its sign")
    func specialFloats() {
        #expect(written { $0.value(Double.nan) } == #""NaN""#)
        #expect(written { $0.value(-Double.nan) } == #""NaN""#)
        #expect(written { $0.value(Double.infinity) } == #""Infinity""#)
        #expect(written { $0.value(-Double.infinity) } == #""-Infinity""#)
        #expect(written { $0.value(Float.signalingNaN) } == #""NaN""#)
        #expect(written { $0.value(Float.infinity) } == #""Infinity""#)
        #expect(written { $0.value(-Float.infinity) } == #""-Infinity""#)
        #expect(written { $0.value(-0.0) } == "-0.0")
        #expect(written { $0.value(Float(-0.0)) } == "-0.0")
    }

    @Test("Floats are as short as they can be")
    func shortFloats() {
        #expect(written { $0.value(0.1) } == "0.1")
        #expect(written { $0.value(Float(0.1)) } == "0.1")
        #expect(written { $0.value(3.0) } == "3.0")
        #expect(written { $0.value(Double.leastNonzeroMagnitude) } == "5e-324")
        #expect(written { $0.value(Double.greatestFiniteMagnitude) } == "1.7976931348623157e+308")
    }
}

@Suite("Anything written as JSON")
struct JSONWriterPropertyTests {
    @Test("Doubles are JSON numbers that read back with the same bits")
    func doubles() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            let text = written { $0.value(value) }
            #expect(JSONReference.accepts(Array(text.utf8)))
            #expect(Double(text)?.bitPattern == value.bitPattern)
        }
    }

    @Test("Floats are JSON numbers that read back with the same bits")
    func floats() throws {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<20_000 {
            let value = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
            guard value.isFinite else { continue }
            let text = written { $0.value(value) }
            #expect(JSONReference.accepts(Array(text.utf8)))
            #expect(Float(text)?.bitPattern == value.bitPattern)
        }
    }

    @Test("Any bytes as text become a string that replaces what is not UTF-8")
    func lossyText() throws {
        var generator = SeededGenerator(seed: 9)
        let likely: [UInt8] = [
            0x41, 0x22, 0x5C, 0x0A, 0x80, 0xBF, 0xC0, 0xC3, 0xE2, 0x82, 0xAC, 0xED, 0xA0, 0xF0, 0x9F, 0xFF,
        ]
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...24, using: &generator)
            let bytes = (0..<count).map { _ in generator.pick(likely) }
            let text = written { $0.value(text: bytes) }
            #expect(JSONReference.accepts(Array(text.utf8)))
            let reread = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            #expect((reread as? String).map { Array($0.utf8) } == Array(String(decoding: bytes, as: UTF8.self).utf8))
        }
    }

    @Test("Any tree reads back as itself")
    func trees() throws {
        var generator = SeededGenerator(seed: 10)
        for _ in 0..<1_500 {
            let model = JSONModel.random(depth: 4, using: &generator)
            let text = written { Self.write(model, to: &$0) }
            #expect(JSONReference.accepts(Array(text.utf8)))
            #expect(model.matches(try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)))
        }
    }

    private static func write(_ model: JSONModel, to writer: inout JSONWriter) {
        switch model {
        case .null: writer.null()
        case .boolean(let value): writer.value(value)
        case .number(let token): writer.value(Double(token) ?? .nan)
        case .string(let value): writer.value(value)
        case .array(let elements):
            writer.beginArray()
            for element in elements { write(element, to: &writer) }
            writer.endArray()
        case .object(let members):
            writer.beginObject()
            for member in members {
                writer.name(member.name)
                write(member.value, to: &writer)
            }
            writer.endObject()
        }
    }
}
