/// A second judge of what is JSON, written over characters and for obviousness only.
struct JSONReference {
    private var rest: Substring.UnicodeScalarView

    /// Whether the bytes are one JSON text with at most 64 containers inside each other.
    static func accepts(_ bytes: [UInt8]) -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        var reference = JSONReference(rest: Substring(text).unicodeScalars)
        return reference.element(depth: 0) && reference.rest.isEmpty
    }

    private mutating func element(depth: Int) -> Bool {
        space()
        guard value(depth: depth) else { return false }
        space()
        return true
    }

    private mutating func value(depth: Int) -> Bool {
        switch rest.first {
        case "{":
            container(close: "}", depth: depth) {
                $0.space()
                return $0.string() && $0.colon()
            }
        case "[": container(close: "]", depth: depth) { _ in true }
        case "\"": string()
        case "t": word("true")
        case "f": word("false")
        case "n": word("null")
        default: number()
        }
    }

    private mutating func container(
        close: Unicode.Scalar, depth: Int, prefix: (inout JSONReference) -> Bool
    ) -> Bool {
        guard depth < 64 else { return false }
        rest.removeFirst()
        space()
        if take(close) { return true }
        while true {
            guard prefix(&self), element(depth: depth + 1) else { return false }
            if take(close) { return true }
            guard take(",") else { return false }
        }
    }

    private mutating func colon() -> Bool {
        space()
        return take(":")
    }

    private mutating func string() -> Bool {
        guard take("\"") else { return false }
        while let scalar = rest.popFirst() {
            if scalar == "\"" { return true }
            if scalar.value < 0x20 { return false }
            guard scalar == "\\" else { continue }
            guard let letter = rest.popFirst() else { return false }
            if letter == "u" {
                guard let unit = unit() else { return false }
                if (0xDC00...0xDFFF).contains(unit) { return false }
                if (0xD800...0xDBFF).contains(unit) {
                    guard take("\\"), take("u"), let low = self.unit() else { return false }
                    guard (0xDC00...0xDFFF).contains(low) else { return false }
                }
            } else if !"\"\\/bfnrt".unicodeScalars.contains(letter) {
                return false
            }
        }
        return false
    }

    private mutating func unit() -> Int? {
        let digits = rest.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.properties.isASCIIHexDigit }) else { return nil }
        rest.removeFirst(4)
        return Int(String(digits), radix: 16)
    }

    private mutating func number() -> Bool {
        _ = take("-")
        if !take("0"), !digits() { return false }
        if take("."), !digits() { return false }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            return digits()
        }
        return true
    }

    private mutating func digits() -> Bool {
        let run = rest.prefix { ("0"..."9").contains($0) }
        rest.removeFirst(run.count)
        return !run.isEmpty
    }

    private mutating func word(_ word: String) -> Bool {
        guard rest.starts(with: word.unicodeScalars) else { return false }
        rest.removeFirst(word.unicodeScalars.count)
        return true
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func space() {
        while let scalar = rest.first, " \t\n\r".unicodeScalars.contains(scalar) { rest.removeFirst() }
    }
}
