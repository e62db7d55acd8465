/// Writes a syntax tree as PTX text.
public enum PTXPrinter {
    /// The text of `unit`. Reading it again gives an equal tree, if `unit` came from a text.
    ///
    /// Floats are written as their bits, so that none is rounded twice.
    public static func print(_ unit: TranslationUnit) -> String {
        var writer = SyntaxWriter()
        writer.write(unit)
        return writer.text
    }
}
