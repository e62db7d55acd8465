import Glibc

/// A C format string taken apart, and the text it becomes.
///
/// The C library does the conversions, one at a time: each gets a specification made here from parts that were
/// checked, and an argument of the type that it names.
struct PrintFormatter {
    /// One conversion of the format: `%-8.3lf`.
    struct Conversion {
        enum Argument { case none, word, doubleWord, text }

        var flags: [UInt8] = []
        /// At most 4,096, which also bounds the text.
        var width: Int?
        /// At most 4,096.
        var precision: Int?
        var isLong = false
        var letter: UInt8 = 0

        var argument: Argument {
            switch letter {
            case UInt8(ascii: "s"): .text
            case UInt8(ascii: "p"): .doubleWord
            case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "X"),
                UInt8(ascii: "o"):
                isLong ? .doubleWord : .word
            case UInt8(ascii: "c"): .word
            case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "g"),
                UInt8(ascii: "G"), UInt8(ascii: "a"), UInt8(ascii: "A"):
                .doubleWord
            default: .none
            }
        }
    }

    private static let numberLimit = 4_096
    private let format: [UInt8]
    private var position = 0
    /// The text so far.
    private(set) var output: [UInt8] = []
    /// Conversions that took an argument.
    private(set) var argumentCount = 0

    init(_ format: [UInt8]) { self.format = format }

    /// Copies text up to the next conversion, which it takes apart; `nil` at the format's end.
    mutating func next() -> Conversion? {
        while position < format.count {
            let byte = format[position]
            position += 1
            guard byte == UInt8(ascii: "%") else {
                output.append(byte)
                continue
            }
            return readConversion()
        }
        return nil
    }

    private mutating func readConversion() -> Conversion {
        var conversion = Conversion()
        while let byte = peek, Array("-+ #0".utf8).contains(byte) {
            if conversion.flags.count < 5 { conversion.flags.append(byte) }
            position += 1
        }
        conversion.width = readNumber()
        if peek == UInt8(ascii: ".") {
            position += 1
            conversion.precision = readNumber() ?? 0
        }
        var longCount = 0
        while let byte = peek, Array("lhzjt".utf8).contains(byte) {
            if byte != UInt8(ascii: "h") { longCount += 1 }
            position += 1
        }
        conversion.isLong = longCount > 0
        conversion.letter = peek ?? 0
        if position < format.count { position += 1 }
        return conversion
    }

    private var peek: UInt8? { position < format.count ? format[position] : nil }

    private mutating func readNumber() -> Int? {
        var number: Int?
        while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
            number = min((number ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), Self.numberLimit)
            position += 1
        }
        return number
    }

    /// Adds a conversion that takes no argument: `%%`, or one that C does not know, as it stands.
    mutating func append(literal conversion: Conversion) {
        if conversion.letter != UInt8(ascii: "%") { output.append(UInt8(ascii: "%")) }
        if conversion.letter != 0 { output.append(conversion.letter) }
    }

    /// Adds a number; floats are given by the bits of a binary64, as variadic arguments promote them.
    mutating func append(_ conversion: Conversion, _ bits: UInt64) {
        argumentCount += 1
        switch conversion.letter {
        case UInt8(ascii: "d"), UInt8(ascii: "i"):
            let value = conversion.isLong ? Int64(bitPattern: bits) : Int64(Int32(truncatingIfNeeded: bits))
            convert(conversion, "ll", value)
        case UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"): convert(conversion, "ll", bits)
        case UInt8(ascii: "c"): convert(conversion, "", Int32(truncatingIfNeeded: bits & 0xff))
        case UInt8(ascii: "p"):
            var hexadecimal = conversion
            hexadecimal.letter = UInt8(ascii: "x")
            hexadecimal.flags.append(UInt8(ascii: "#"))
            convert(hexadecimal, "ll", bits)
        default: convert(conversion, "", Double(bitPattern: bits))
        }
    }

    /// Adds a string, padded and cut as the conversion says.
    mutating func append(_ conversion: Conversion, text: [UInt8]) {
        argumentCount += 1
        let shown = text.prefix(conversion.precision ?? text.count)
        let padding = [UInt8](repeating: UInt8(ascii: " "), count: max(0, (conversion.width ?? 0) - shown.count))
        let isLeft = conversion.flags.contains(UInt8(ascii: "-"))
        output += isLeft ? shown + padding : padding + shown
    }

    private mutating func convert(_ conversion: Conversion, _ length: String, _ argument: any CVarArg) {
        var specification = "%" + String(decoding: conversion.flags, as: UTF8.self)
        if let width = conversion.width { specification += "\(width)" }
        if let precision = conversion.precision { specification += ".\(precision)" }
        specification += length + String(UnicodeScalar(conversion.letter))
        var buffer = [CChar](repeating: 0, count: 2 * Self.numberLimit)
        // Sound: the specification has one conversion, whose type is the argument's; the buffer's size is given.
        let count = withVaList([argument]) { vsnprintf(&buffer, buffer.count, specification, $0) }
        output += buffer.prefix(max(0, min(Int(count), buffer.count - 1))).map { UInt8(bitPattern: $0) }
    }
}
