import Foundation
import TestSupport

/// A JSON value as a tree, for tests.
indirect enum JSONModel: Equatable {
    case null
    case boolean(Bool)
    /// The token of a number.
    case number(String)
    case string(String)
    case array([JSONModel])
    case object([Member])

    struct Member: Equatable {
        let name: String
        let value: JSONModel
    }

    /// A random value with at most `depth` containers inside each other.
    static func random(depth: Int, using generator: inout SeededGenerator) -> JSONModel {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &generator))
        case 2: return .number(randomNumber(using: &generator))
        case 3, 4: return .string(randomString(using: &generator))
        case 5:
            return .array(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) })
        default:
            return .object(
                (0..<Int.random(in: 0...4, using: &generator)).map { index in
                    Member(
                        name: "\(index)" + randomString(using: &generator),
                        value: random(depth: depth - 1, using: &generator))
                })
        }
    }

    static func randomNumber(using generator: inout SeededGenerator) -> String {
        var token = generator.oneIn(3) ? "-" : ""
        token += generator.oneIn(4) ? "0" : "\(UInt64.random(in: 1...UInt64.max, using: &generator) >> 20)"
        if generator.oneIn(3) { token += ".\(Int.random(in: 0...99_999, using: &generator))" }
        if generator.oneIn(4) {
            token += generator.pick(["e", "E"]) + generator.pick(["", "+", "-"])
            token += "\(Int.random(in: 0...40, using: &generator))"
        }
        return token
    }

    static func randomString(using generator: inout SeededGenerator) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...20, using: &generator) {
            let limit: UInt32 = generator.pick([0x20, 0x7F, 0x7F, 0x7F, 0x7FF, 0xFFFF, 0x10FFFF])
            let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator))
            // Foundation drops a byte order mark after an escape, so a string with one cannot be compared.
            if let scalar, scalar != "\u{FEFF}" { scalars.append(scalar) }
        }
        return String(scalars)
    }

    /// The value as text, with random whitespace and random choices between a character and its escapes.
    func text(using generator: inout SeededGenerator) -> String {
        let space = generator.oneIn(3) ? generator.pick([" ", "\n", "\t", "\r\n", "  "]) : ""
        let body =
            switch self {
            case .null: "null"
            case .boolean(let value): value ? "true" : "false"
            case .number(let token): token
            case .string(let value): Self.quoted(value, using: &generator)
            case .array(let elements):
                "[\(space)" + elements.map { $0.text(using: &generator) }.joined(separator: ",") + "]"
            case .object(let members):
                "{\(space)"
                    + members.map { member in
                        Self.quoted(member.name, using: &generator) + "\(space):" + member.value.text(using: &generator)
                    }.joined(separator: ",") + "}"
            }
        return space + body + space
    }

    private static func quoted(_ value: String, using generator: inout SeededGenerator) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
            guard mustEscape || generator.oneIn(10) else {
                text.unicodeScalars.append(scalar)
                continue
            }
            let short: [Unicode.Scalar: String] = [
                "\"": "\\\"", "\\": "\\\\", "/": "\\/", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r",
                "\t": "\\t",
            ]
            if let escape = short[scalar], generator.oneIn(2) {
                text += escape
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16, uppercase: generator.oneIn(2))
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return text + "\""
    }

    /// Whether Foundation's reading of a text is this value.
    func matches(_ value: Any) -> Bool {
        switch self {
        case .null: value is NSNull
        case .boolean(let expected): (value as? NSNumber)?.boolValue == expected
        case .number(let token): Self.isClose((value as? NSNumber)?.doubleValue, Double(token))
        // Scalar by scalar: two strings can be equal to Swift and still differ in bytes.
        case .string(let expected): (value as? String).map { Array($0.utf8) } == Array(expected.utf8)
        case .array(let elements):
            (value as? [Any]).map { other in
                other.count == elements.count && zip(elements, other).allSatisfy { $0.matches($1) }
            } ?? false
        case .object(let members):
            (value as? [String: Any]).map { other in
                other.count == members.count
                    && members.allSatisfy { member in other[member.name].map(member.value.matches) ?? false }
            } ?? false
        }
    }

    /// Foundation rounds some numbers twice, through a decimal; that numbers are exact is tested by their bits.
    private static func isClose(_ value: Double?, _ expected: Double?) -> Bool {
        guard let value, let expected else { return false }
        return abs(value - expected) <= abs(expected) * 1e-12
    }
}
