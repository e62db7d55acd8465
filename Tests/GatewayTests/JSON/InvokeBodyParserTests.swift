import NIOCore
import Testing

@testable import Gateway

/// Parses a text given as a string.
private func parse(_ text: String) throws -> InvokeBody {
    try InvokeBodyParser.parse(Array(text.utf8).span)
}

/// The code with which a text is refused, or `nil` when it is accepted.
private func refusal(_ text: String) -> InvokeBodyError.Code? {
    refusal(Array(text.utf8))
}

private func refusal(_ bytes: [UInt8]) -> InvokeBodyError.Code? {
    do throws(InvokeBodyError) {
        _ = try InvokeBodyParser.parse(bytes.span)
        return nil
    } catch {
        return error.code
    }
}

@Suite("The meaning of an invocation's body")
struct InvokeBodyParserTests {
    @Test("An export and numbers are read as written")
    func common() throws {
        let body = try parse(#"{"export":"add","args":[1,-2.50,1e3,18446744073709551615]}"#)
        #expect(body.export == "add")
        #expect(
            body.arguments == [.number("1"), .number("-2.50"), .number("1e3"), .number("18446744073709551615")])
        #expect(body.input == nil)
    }

    @Test("The readable bytes of a buffer are read, not the bytes around them")
    func buffer() throws {
        var buffer = ByteBuffer(string: #"xx{"export":"f"}yy"#)
        buffer.moveReaderIndex(forwardBy: 2)
        buffer.moveWriterIndex(to: buffer.writerIndex - 2)
        #expect(try InvokeBodyParser.parse(buffer.readableBytesUInt8Span).export == "f")
    }

    @Test(
        "Nothing, only whitespace and an empty object ask for the defaults", arguments: ["", " \r\n\t", "{}", " { } "])
    func empty(text: String) throws {
        #expect(try parse(text) == InvokeBody())
    }

    @Test("Every kind of argument keeps its place")
    func kinds() throws {
        let body = try parse(#"{"args":["a\n",null,true,false,[1,[2]],{"a":{}},0]}"#)
        #expect(
            body.arguments == [
                .string("a\n"), .null, .boolean(true), .boolean(false), .array, .object, .number("0"),
            ])
    }

    @Test("The input is the string's UTF-8, or what its base64 stands for")
    func inputs() throws {
        #expect(try parse(#"{"input":"h\u00e9\ud83d\ude00"}"#).input == Array("hé😀".utf8))
        #expect(try parse(#"{"input":"plain é"}"#).input == Array("plain é".utf8))
        #expect(try parse("{\"input\":\"\\n\u{FEFF}\"}").input == Array("\n\u{FEFF}".utf8))
        #expect(try parse(#"{"input":""}"#).input == [])
        #expect(try parse(#"{"input_b64":"AAH/"}"#).input == [0, 1, 255])
        #expect(try parse(#"{"input_b64":"AAH\/"}"#).input == [0, 1, 255])
        #expect(try parse(#"{"input_b64":""}"#).input == [])
    }

    @Test("A null field counts as absent, next to the other input too")
    func nulls() throws {
        #expect(try parse(#"{"export":null,"args":null,"input":null,"input_b64":null}"#) == InvokeBody())
        #expect(try parse(#"{"input":null,"input_b64":"AA=="}"#).input == [0])
    }

    @Test("The last of several fields with one name counts, whatever the earlier ones held")
    func duplicates() throws {
        #expect(try parse(#"{"export":1,"export":"a","export":"b"}"#).export == "b")
        #expect(try parse(#"{"args":7,"args":[1],"args":[2]}"#).arguments == [.number("2")])
        #expect(try parse(#"{"input_b64":"!","input_b64":null}"#).input == nil)
        #expect(refusal(#"{"export":"a","export":1}"#) == .invalidField(name: "export", expected: "a string"))
    }

    @Test("Unknown fields are skipped, names that only resemble a known one included")
    func unknown() throws {
        let body = try parse(#"{"Export":1,"export ":2,"exports":3,"":4,"x":{"export":"no","y":[[]]},"export":"f"}"#)
        #expect(body == InvokeBody(export: "f"))
    }

    @Test("A name may be written with escapes")
    func escapedNames() throws {
        let name = "input_b64".utf16.map { "\\u00" + String($0, radix: 16) }.joined()
        #expect(try parse(#"{"\u0061rgs":[1],"\#(name)":"AA=="}"#) == InvokeBody(arguments: [.number("1")], input: [0]))
    }

    @Test("A field of the wrong type is refused by its name")
    func wrongTypes() {
        #expect(refusal(#"{"export":[]}"#) == .invalidField(name: "export", expected: "a string"))
        #expect(refusal(#"{"args":{}}"#) == .invalidField(name: "args", expected: "an array"))
        #expect(refusal(#"{"args":"[]"}"#) == .invalidField(name: "args", expected: "an array"))
        #expect(refusal(#"{"input":1}"#) == .invalidField(name: "input", expected: "a string"))
        #expect(refusal(#"{"input_b64":true}"#) == .invalidField(name: "input_b64", expected: "a string"))
    }

    @Test("A body that is JSON but no object is refused", arguments: ["[]", "null", "1", #""{}""#, "true"])
    func notAnObject(text: String) {
        #expect(refusal(text) == .notAnObject)
    }

    @Test("256 arguments are accepted; more are counted and refused")
    func argumentLimit() throws {
        func list(_ count: Int) -> String { #"{"args":[\#(repeatElement("1", count: count).joined(separator: ","))]}"# }
        #expect(try parse(list(256)).arguments.count == 256)
        #expect(refusal(list(257)) == .tooManyArguments(count: 257, limit: 256))
        #expect(refusal(list(100_000)) == .tooManyArguments(count: 100_000, limit: 256))
    }

    @Test("Arguments beyond the limit are still checked as JSON")
    func argumentLimitSyntax() {
        let text = #"{"args":[\#(String(repeating: "1,", count: 300))01]}"#
        #expect(refusal(text) == .invalidJSON(offset: 9 + 600 + 1))
    }

    @Test(
        "Base64 that is not canonical is refused", arguments: ["A", "AA", "AA=", "AB==", "AA ==", "_-==", "AA==AA=="])
    func base64(text: String) {
        #expect(refusal(#"{"input_b64":"\#(text)"}"#) == .invalidBase64(field: "input_b64"))
    }

    @Test("Both inputs at once are refused, empty ones too")
    func conflict() {
        #expect(refusal(#"{"input":"a","input_b64":"AA=="}"#) == .conflictingInputs)
        #expect(refusal(#"{"input_b64":"","input":""}"#) == .conflictingInputs)
    }

    @Test("A mistake in the text outweighs a mistake in a field")
    func precedence() {
        #expect(refusal(#"{"export":1,"args":2"#) == .invalidJSON(offset: 20))
    }

    @Test("Every code has its public kind and a message")
    func publicKinds() {
        let expected: [(String, String)] = [
            ("{", "invalid_json"), ("[]", "invalid_json"), (#"{"args":1}"#, "invalid_json"),
            (#"{"args":[\#(String(repeating: "0,", count: 256))0]}"#, "too_many_args"),
            (#"{"input_b64":"?"}"#, "invalid_base64"), (#"{"input":"","input_b64":""}"#, "bad_request"),
        ]
        for (text, kind) in expected {
            let error = #expect(throws: InvokeBodyError.self) { _ = try parse(text) }
            #expect(error?.kind == kind)
            #expect(error?.message.isEmpty == false)
        }
    }
}

@Suite("The grammar of an invocation's body")
struct InvokeBodyGrammarTests {
    @Test(
        "A text that is not JSON is refused at the byte that is wrong",
        arguments: [
            ("{", 1), ("}", 0), ("{]", 1), ("{,}", 1), (#"{"a"}"#, 4), (#"{"a":}"#, 5), (#"{"a":1,}"#, 7), ("{a:1}", 1),
            (#"{"a":1"b":2}"#, 6), ("{} x", 3), ("{}{}", 2), (#"{"a":[1,]}"#, 8), (#"{"a":[1}"#, 7), (#"{"a":tru}"#, 5),
            (#"{"a":nul"#, 8), (#"{"a":True}"#, 5), (#"{"a":'b'}"#, 5), ("\u{FEFF}{}", 0), ("{}\0", 2), ("\u{A0}{}", 0),
            (#"{"a":01}"#, 6), (#"{"a":+1}"#, 5), (#"{"a":.5}"#, 5), (#"{"a":1.}"#, 7), (#"{"a":1e}"#, 7),
            (#"{"a":-}"#, 6), (#"{"a":0x1}"#, 6), (#"{"a":NaN}"#, 5), (#"{"a":Infinity}"#, 5), (#"{"a":1e+}"#, 8),
            (#"{"a":"\x"}"#, 6), (#"{"a":"\u12g4"}"#, 10), (#"{"a":"\u12"}"#, 10), ("{\"a\":\"\n\"}", 6),
            ("{\"a\":\"\u{1F}\"}", 6), (#"{"a":"b"#, 7), (#"{"a":"\"#, 7), (#"{"a":"\ud800"}"#, 6),
            (#"{"a":"\udc00"}"#, 6), (#"{"a":"\ud800\u0041"}"#, 6), (#"{"a":"\ud800x"}"#, 6),
            (#"{"a":"\ud800\ud800"}"#, 6), (#"{"a":"\udc00\udc00"}"#, 6), (#"{"a":"\ud800\"#, 13),
        ] as [(String, Int)])
    func refused(text: String, offset: Int) {
        #expect(refusal(text) == .invalidJSON(offset: offset))
    }

    @Test(
        "Bytes that are not UTF-8 are refused inside strings",
        arguments: [
            [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x82], [0xC3],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        for field in ["input", "ignored", "export"] {
            let text = Array("{\"\(field)\":\"".utf8)
            #expect(refusal(text + bytes + Array("\"}".utf8)) == .invalidJSON(offset: text.count))
        }
    }

    @Test("64 containers inside each other are accepted, one more is not")
    func depth() throws {
        func nested(_ depth: Int, _ field: String) -> String {
            "{\"\(field)\":" + String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1) + "}"
        }
        for field in ["x", "args"] {
            #expect(refusal(nested(64, field)) == nil)
            #expect(refusal(nested(65, field)) == .invalidJSON(offset: field.utf8.count + 4 + 64 - 1))
        }
        #expect(refusal(String(repeating: "[", count: 1_000_000)) == .invalidJSON(offset: 64))
        #expect(refusal(String(repeating: #"{"a":"#, count: 100_000)) == .invalidJSON(offset: 64 * 5))
    }
}
