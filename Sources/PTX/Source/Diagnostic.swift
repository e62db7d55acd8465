/// One thing that is wrong with a PTX text, and where.
public struct Diagnostic: Error, Sendable {
    /// What kind of fault it is.
    public enum Code: String, Sendable {
        /// A byte or a token that is not PTX.
        case syntax
        /// A name that is not declared, or declared twice.
        case symbol
        /// An opcode, a modifier or an operand that the instruction table does not know together.
        case instruction
        /// An operand whose type does not fit.
        case type
        /// A limit of this implementation or of the device.
        case limit
        /// `.version` or `.target` that is not known, or older than an instruction needs.
        case target
        /// Correct PTX that no device here runs: the message names it.
        case unsupported
    }

    /// What kind of fault it is.
    public let code: Code
    /// What is wrong, in words, without the place.
    public let message: String
    /// Where it is.
    public let span: SourceSpan

    /// A fault at `span`.
    public init(_ code: Code, _ message: String, at span: SourceSpan) {
        self.code = code
        self.message = message
        self.span = span
    }
}
