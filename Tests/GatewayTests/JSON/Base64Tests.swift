import Foundation
import TestSupport
import Testing

@testable import Gateway

@Suite("Base64")
struct Base64Tests {
    private func decode(_ text: String) -> [UInt8]? { Base64.decode(Array(text.utf8).span) }
    private func encode(_ bytes: [UInt8]) -> String { String(decoding: Base64.encode(bytes.span), as: UTF8.self) }

    @Test("The examples of RFC 4648 §10 hold in both directions")
    func examples() {
        let examples = [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ]
        for (plain, text) in examples {
            #expect(encode(Array(plain.utf8)) == text)
            #expect(decode(text) == Array(plain.utf8))
        }
    }

    @Test("Random bytes come back, and the text is Foundation's")
    func roundTrip() {
        var generator = SeededGenerator(seed: 5)
        for length in 0..<400 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let text = encode(bytes)
            #expect(text == Data(bytes).base64EncodedString())
            #expect(decode(text) == bytes)
        }
    }

    @Test(
        "A text that is not canonical is refused",
        arguments: [
            "Z", "Zg", "Zg=", "Zg===", "Zm8", "Zm9vZg", "=", "==", "===", "====", "Z===", "=Zg=", "Zg=v", "Zg==Zg==",
            "Zm8=Zm8=", "Zh==", "Zm9=", "Zm8\n", "Zm 8=", " Zm8=", "Zm8=\n", "Zm9v\n", "Z-_v", "Zm9é", "Zm9\0",
            "Zm9v====",
        ])
    func strict(text: String) {
        #expect(decode(text) == nil)
    }

    @Test("A text is accepted exactly when encoding what it stands for gives it back")
    func canonical() {
        var generator = SeededGenerator(seed: 6)
        let alphabet = Array("ABZaz09+/==-_ ".utf8)
        var accepted = 0
        for _ in 0..<20_000 {
            let length = 4 * Int.random(in: 0...3, using: &generator) + (generator.oneIn(8) ? 1 : 0)
            let text = (0..<length).map { _ in generator.pick(alphabet) }
            // Foundation is strict about the alphabet and padding, not about unused bits; encoding again adds that.
            let reference = Data(base64Encoded: Data(text)).flatMap { data in
                data.base64EncodedData() == Data(text) ? Array(data) : nil
            }
            let decoded = Base64.decode(text.span)
            #expect(decoded == reference)
            accepted += decoded == nil ? 0 : 1
        }
        #expect(accepted > 500)
    }

    @Test("Every byte outside the alphabet is refused in every position")
    func everyByte() {
        let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for byte in UInt8.min...UInt8.max where !alphabet.contains(byte) {
            for position in 0..<8 {
                var text = Array("AAAAAAAA".utf8)
                text[position] = byte
                let isPadding = byte == UInt8(ascii: "=") && position == 7
                #expect((Base64.decode(text.span) != nil) == isPadding)
            }
        }
    }
}
