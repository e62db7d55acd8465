/// Why a text is not a value of a setting, before it is known which setting and where the text came from.
enum ValueFault: Error, Equatable {
    /// The syntax is wrong. The text continues a sentence whose subject is the value, and does not repeat it.
    case malformed(String)
    /// The value lies outside the range that the setting states.
    case outOfRange
}
