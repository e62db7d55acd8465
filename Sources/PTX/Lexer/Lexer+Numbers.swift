extension Lexer {
    /// Integers in four bases and floats in decimal or as their bits (PTX ISA, "Constants").
    mutating func scanNumber(into token: inout Token) {
        guard text[position] == UInt8(ascii: "0") else { return scanDecimal(into: &token) }
        switch byte(at: position + 1) {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): scanInteger(into: &token, prefix: 2, base: 16)
        case UInt8(ascii: "b"), UInt8(ascii: "B"): scanInteger(into: &token, prefix: 2, base: 2)
        case UInt8(ascii: "f"), UInt8(ascii: "F"): scanBits(into: &token, kind: .single, digits: 8)
        case UInt8(ascii: "d"), UInt8(ascii: "D"): scanBits(into: &token, kind: .double, digits: 16)
        default: scanDecimal(into: &token)
        }
    }

    /// A number that may turn out to be a float: only the bytes behind its digits tell.
    mutating func scanDecimal(into token: inout Token) {
        skipDigits()
        var isFloat = false
        if byte(at: position) == UInt8(ascii: ".") {
            isFloat = true
            position += 1
            skipDigits()
        }
        if byte(at: position) | 0x20 == UInt8(ascii: "e") {
            isFloat = true
            position += 1
            if byte(at: position) == UInt8(ascii: "+") || byte(at: position) == UInt8(ascii: "-") { position += 1 }
            guard byte(at: position).isDigit else { return spoilNumber(&token, "exponent without digits") }
            skipDigits()
        }
        guard isFloat else {
            position = token.offset
            let isOctal = text[position] == UInt8(ascii: "0") && byte(at: position + 1).isDigit
            return scanInteger(into: &token, prefix: isOctal ? 1 : 0, base: isOctal ? 8 : 10)
        }
        if byte(at: position).continuesName { return spoilNumber(&token, "malformed number") }
        token.kind = .double
        checkLength(of: &token, "number")
        guard token.kind == .double else { return }
        guard let value = Double(String(decoding: text[token.offset..<position], as: UTF8.self)), value.isFinite
        else { return spoil(&token, "number beyond the range of .f64") }
        token.value = value.bitPattern
    }

    private mutating func scanInteger(into token: inout Token, prefix: Int, base: UInt64) {
        position += prefix
        let start = position
        var value: UInt64 = 0
        var hasOverflow = false
        while let digit = byte(at: position).hexDigitValue, digit < base {
            let product = value.multipliedReportingOverflow(by: base)
            let sum = product.partialValue.addingReportingOverflow(digit)
            hasOverflow = hasOverflow || product.overflow || sum.overflow
            value = sum.partialValue
            position += 1
        }
        let digits = position - start
        let isMarkedUnsigned = byte(at: position) == UInt8(ascii: "U")
        if isMarkedUnsigned { position += 1 }
        if digits == 0 || byte(at: position).continuesName { return spoilNumber(&token, "malformed number") }
        token.kind = isMarkedUnsigned || value > UInt64(Int64.max) ? .unsignedInteger : .integer
        token.value = value
        checkLength(of: &token, "number")
        if hasOverflow && token.kind != .invalid { spoil(&token, "integer beyond 64 bits") }
    }

    private mutating func scanBits(into token: inout Token, kind: Token.Kind, digits: Int) {
        position += 2
        var value: UInt64 = 0
        var count = 0
        while let digit = byte(at: position).hexDigitValue {
            value = value << 4 | digit
            position += 1
            count += 1
        }
        if count != digits || byte(at: position).continuesName {
            let prefix = kind == .single ? "0f" : "0d"
            return spoilNumber(&token, "`\(prefix)` without exactly \(digits) hexadecimal digits")
        }
        token.kind = kind
        token.value = value
    }

    /// Takes the rest of the word along, so that one bad number is one fault.
    private mutating func spoilNumber(_ token: inout Token, _ message: String) {
        while byte(at: position).continuesName { position += 1 }
        spoil(&token, message)
    }

    private mutating func skipDigits() {
        while byte(at: position).isDigit { position += 1 }
    }
}
