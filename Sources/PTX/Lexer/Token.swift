/// The smallest piece of a text that has a meaning.
struct Token {
    enum Kind: UInt8 {
        /// `ld`, `%r1`, `$L__BB0_1`
        case name
        /// `_` alone.
        case underscore
        /// `.global`, `.L2::128B`: the dot and what follows it.
        case dotted
        /// An integer that is signed in constant expressions.
        case integer
        /// An integer with the suffix `U`, or one that does not fit into 63 bits.
        case unsignedInteger
        /// `0f3F800000`
        case single
        /// `0d3FF0000000000000`, `1.5`
        case double
        case string
        case leftBrace, rightBrace, leftParenthesis, rightParenthesis, leftBracket, rightBracket
        case comma, semicolon, colon, question, at
        case plus, minus, star, slash, percent, tilde, exclamation
        case ampersand, pipe, caret, ampersandAmpersand, pipePipe
        case less, greater, lessLess, greaterGreater, lessEqual, greaterEqual
        case equal, equalEqual, exclamationEqual
        /// Not a token; what is wrong has been reported.
        case invalid
        /// Behind the last byte.
        case end
    }

    var kind: Kind
    var offset: Int
    var end: Int
    var line: Int
    var column: Int
    /// The bits of a number.
    var value: UInt64 = 0

    var span: SourceSpan {
        SourceSpan(
            offset: UInt32(clamping: offset), length: UInt32(clamping: end - offset), line: UInt32(clamping: line),
            column: UInt32(clamping: column))
    }
}
