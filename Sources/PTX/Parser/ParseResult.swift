/// What reading a PTX text gave.
public struct ParseResult: Sendable {
    /// The syntax tree of what could be read; `nil` when nothing could. It is whole only if there are no diagnostics.
    public let unit: TranslationUnit?
    /// Everything that is wrong, in the order of the text; empty for a text whose syntax is valid.
    public let diagnostics: [Diagnostic]

    /// A result of these parts.
    public init(unit: TranslationUnit?, diagnostics: [Diagnostic]) {
        self.unit = unit
        self.diagnostics = diagnostics
    }

    /// Whether the whole text is valid syntax.
    public var isValid: Bool { unit != nil && diagnostics.isEmpty }
}
