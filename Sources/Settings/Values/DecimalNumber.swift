/// Whole numbers in the only form settings accept: decimal digits, no sign, no separators, no leading zero.
///
/// A leading zero means octal to some readers and nothing to others, so it is refused rather than guessed.
enum DecimalNumber {
    /// The number, or `nil` when `text` is not one or exceeds `Int.max`.
    static func parse(_ text: some StringProtocol) -> Int? {
        isWellFormed(text) ? Int(text) : nil
    }

    /// Whether `text` has the form of a number, however large.
    static func isWellFormed(_ text: some StringProtocol) -> Bool {
        let digits = text.utf8
        guard let first = digits.first, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return false }
        return digits.count == 1 || first != UInt8(ascii: "0")
    }
}
