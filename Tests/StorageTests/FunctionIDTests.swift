import Testing

@testable import Storage

@Suite struct FunctionIDTests {
    @Test func `Random ids carry the version and variant bits and differ`() {
        let ids = (0..<1_000).map { _ in FunctionID.random() }
        #expect(Set(ids).count == ids.count)
        for id in ids {
            #expect(id.high >> 12 & 0xF == 4)
            #expect(id.low >> 62 == 0b10)
        }
        // Every free bit takes both values somewhere.
        let everySet = ids.reduce((0, 0)) { ($0.0 | $1.high, $0.1 | $1.low) }
        let everyClear = ids.reduce((0, 0)) { ($0.0 | ~$1.high, $0.1 | ~$1.low) }
        #expect(everySet == (0xFFFF_FFFF_FFFF_4FFF, 0xBFFF_FFFF_FFFF_FFFF))
        #expect(everyClear == (0xFFFF_FFFF_FFFF_BFFF, 0x7FFF_FFFF_FFFF_FFFF))
    }

    @Test func `A known id is read and written`() {
        let text = "01234567-89ab-4def-8123-456789abcdef"
        let id = FunctionID(parsing: text)
        #expect(id == FunctionID(high: 0x0123_4567_89AB_4DEF, low: 0x8123_4567_89AB_CDEF))
        #expect(id?.description == text)
    }

    @Test func `What is written is read again in either case and from every source`() {
        for _ in 0..<500 {
            let id = FunctionID.random()
            let text = id.description
            #expect(text == text.lowercased())
            #expect(text.utf8.count == 36)
            #expect(FunctionID(parsing: text) == id)
            #expect(FunctionID(parsing: text.uppercased()) == id)
            #expect(FunctionID(parsing: "x\(text)y".dropFirst().dropLast()) == id)
            let bytes = Array(text.utf8)
            #expect(FunctionID(ascii: bytes) == id)
            #expect(FunctionID(ascii: ArraySlice([0] + bytes).dropFirst()) == id)
            #expect(FunctionID(ascii: bytes.span) == id)
        }
    }

    @Test func `Every change of one byte gives nil or another id`() {
        let id = FunctionID.random()
        let bytes = Array(id.description.utf8)
        for position in bytes.indices {
            for byte in UInt8.min...UInt8.max where byte != bytes[position] {
                var changed = bytes
                changed[position] = byte
                let parsed = FunctionID(ascii: changed)
                #expect(parsed == FunctionID(ascii: changed.span))
                let isHyphen = [8, 13, 18, 23].contains(position)
                let isHexadecimal = Character(UnicodeScalar(byte)).isHexDigit
                #expect((parsed != nil) == (!isHyphen && isHexadecimal))
                let isOtherCase = byte ^ 0x20 == bytes[position] && byte >= 0x41
                if parsed != nil, !isOtherCase { #expect(parsed != id) }
            }
        }
    }

    @Test(arguments: ["", "-", "01234567-89ab-4def-8123-456789abcde", "01234567-89ab-4def-8123-456789abcdef0"])
    func `Text of another length is refused`(text: String) {
        #expect(FunctionID(parsing: text) == nil)
        #expect(FunctionID(ascii: Array(text.utf8).span) == nil)
    }

    @Test(arguments: [
        "{01234567-89ab-4def-8123-456789abcdef}", "0123456789ab4def8123456789abcdef0000",
        "０1234567-89ab-4def-8123-456789abcdef", " 1234567-89ab-4def-8123-456789abcdef",
    ])
    func `Other spellings of a UUID are refused`(text: String) {
        #expect(FunctionID(parsing: text) == nil)
    }
}
