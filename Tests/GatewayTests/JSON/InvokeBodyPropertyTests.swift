import Foundation
import Runtime
import TestSupport
import Testing

@testable import Gateway

/// Bodies with known and unknown fields in any order, and the invocation each of them means.
private struct RandomBody {
    let model: JSONModel
    let meaning: InvokeBody

    init(using generator: inout SeededGenerator) {
        var members: [JSONModel.Member] = []
        var body = InvokeBody()
        if generator.oneIn(2) {
            let name = JSONModel.randomString(using: &generator)
            members.append(.init(name: "export", value: .string(name)))
            body.export = name
        }
        if generator.oneIn(2) {
            let list = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                JSONModel.random(depth: 3, using: &generator)
            }
            members.append(.init(name: "args", value: .array(list)))
            body.arguments = list.map(Self.literal)
        }
        switch Int.random(in: 0..<3, using: &generator) {
        case 0:
            let input = JSONModel.randomString(using: &generator)
            members.append(.init(name: "input", value: .string(input)))
            body.input = Array(input.utf8)
        case 1:
            let input = Data(JSONModel.randomString(using: &generator).utf8)
            members.append(.init(name: "input_b64", value: .string(input.base64EncodedString())))
            body.input = Array(input)
        default: break
        }
        for index in 0..<Int.random(in: 0...3, using: &generator) {
            members.append(.init(name: "x\(index)", value: .random(depth: 4, using: &generator)))
        }
        model = .object(members.shuffled(using: &generator))
        meaning = body
    }

    private static func literal(_ value: JSONModel) -> ArgumentLiteral {
        switch value {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .number(let token): .number(token)
        case .string(let value): .string(value)
        case .array: .array
        case .object: .object
        }
    }
}

/// Whether a body is refused for its text rather than for its fields.
private func isRefusedAsText(_ bytes: [UInt8]) -> Bool {
    do throws(InvokeBodyError) {
        _ = try InvokeBodyParser.parse(bytes.span)
        return false
    } catch {
        guard case .invalidJSON(let offset) = error.code else { return false }
        #expect((0...bytes.count).contains(offset))
        return true
    }
}

@Suite("Any text as an invocation's body")
struct InvokeBodyPropertyTests {
    @Test("Every valid body means what it was made to mean, and Foundation reads it the same way")
    func validBodies() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<1_500 {
            let body = RandomBody(using: &generator)
            let bytes = Array(body.model.text(using: &generator).utf8)
            #expect(try InvokeBodyParser.parse(bytes.span) == body.meaning)
            #expect(body.model.matches(try JSONSerialization.jsonObject(with: Data(bytes))))
        }
    }

    @Test("No beginning of a valid body is valid, except that nothing means the defaults")
    func truncation() {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<60 {
            let text = RandomBody(using: &generator).model.text(using: &generator)
            let bytes = Array(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
                .flatMap { Array($0.utf8) }
            for length in 1..<bytes.count {
                #expect(isRefusedAsText(Array(bytes[..<length])))
            }
        }
    }

    @Test("Damaged bodies are judged as the reference judges them")
    func mutation() {
        var generator = SeededGenerator(seed: 3)
        var accepted = 0
        for _ in 0..<6_000 {
            var bytes = Array(RandomBody(using: &generator).model.text(using: &generator).utf8)
            for _ in 0...Int.random(in: 0...2, using: &generator) { Self.damage(&bytes, using: &generator) }
            guard !bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { continue }
            let valid = JSONReference.accepts(bytes)
            accepted += valid ? 1 : 0
            #expect(isRefusedAsText(bytes) == !valid, "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect((600...5_400).contains(accepted), "the damage must leave a fair share on both sides: \(accepted)")
    }

    @Test("Random bytes made of JSON's own characters are judged as the reference judges them")
    func soup() {
        var generator = SeededGenerator(seed: 4)
        let alphabet = Array(#"{}[],:"\u0e1-+.tn aD8dcé"#.utf8)
        for _ in 0..<20_000 {
            let length = Int.random(in: 1...12, using: &generator)
            var bytes = (0..<length).map { _ in generator.pick(alphabet) }
            if generator.oneIn(2) { bytes = Array(#"{"a":"#.utf8) + bytes + Array("}".utf8) }
            guard !bytes.allSatisfy({ $0 == 0x20 }) else { continue }
            #expect(isRefusedAsText(bytes) == !JSONReference.accepts(bytes))
        }
    }

    private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let likely = Array(#"{}[],:"\0123456789eE+-.utfnr "#.utf8)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(generator.pick(likely), at: place)
        case 2: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 3: bytes[place] = generator.pick(likely)
        default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
        }
    }
}
