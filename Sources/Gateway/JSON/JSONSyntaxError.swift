/// The place and the reason at which a text stops being JSON.
struct JSONSyntaxError: Error, Equatable {
    /// What the grammar wanted there. The raw value is the wording for people.
    enum Reason: String {
        case unexpectedEnd = "the text ends too early"
        case unexpectedByte = "this byte cannot stand here"
        case invalidLiteral = "not one of true, false, null"
        case invalidNumber = "not a number"
        case controlCharacter = "a control character must be escaped"
        case invalidEscape = "not an escape sequence"
        case loneSurrogate = "a surrogate escape without its other half"
        case invalidUTF8 = "not UTF-8"
        case nestingTooDeep = "nested too deeply"
        case trailingBytes = "text after the end of the value"
    }

    /// Bytes from the start of the text.
    let offset: Int
    let reason: Reason
}
