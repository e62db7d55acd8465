import Testing

@testable import CLI

@Suite("JSON")
struct JSONReaderTests {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    @Test(
        "is written back as it was read, numbers and order included",
        arguments: [
            "null", "true", "[]", "{}", #"{"b":1,"a":[2,{"c":"d"}]}"#, "[9007199254740993,-0,0.10,1e+30,1E-3]",
            #""a\"\\\n\t\r\u0001ü""#, "18446744073709551615",
        ])
    func roundTrip(_ text: String) throws {
        #expect(try read(text).text == text)
    }

    @Test("resolves escapes and surrogate pairs")
    func escapes() throws {
        #expect(try read(#""\u0041\/\b\f\ud83d\ude00""#).string == "A/\u{8}\u{C}😀")
    }

    @Test(
        "is refused when it is anything but one strict value",
        arguments: [
            "", " ", "[1,]", "[1", "{\"a\"}", "{a:1}", "01", "+1", "1.", ".5", "1e", "-", "nul", "NaN", "1 2", "\"a",
            "\"\n\"", #""\x""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "[1 2]", "'a'",
        ])
    func refuses(_ text: String) {
        #expect(throws: JSONFault.self) { try read(text) }
    }

    @Test("is refused when it is nested deeper than the limit")
    func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try read(nested(ClientLimits.jsonDepth))
        #expect(throws: JSONFault.self) { try read(nested(ClientLimits.jsonDepth + 1)) }
    }

    @Test("is refused when it is not UTF-8")
    func invalidBytes() {
        #expect(throws: JSONFault.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
    }

    @Test("takes the last of repeated members")
    func repeated() throws {
        #expect(try read(#"{"a":1,"a":2}"#)["a"] == .number("2"))
    }

    @Test("escapes the controls a terminal would act on")
    func controls() {
        #expect(JSONValue.string("\u{1B}[\u{7F}\u{9B}").text == #""\u001b[\u007f\u009b""#)
    }
}
