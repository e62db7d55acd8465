/// Checks a syntax tree against the instruction table, the type rules of PTX and the limits, and resolves its names.
public enum PTXChecker {
    /// The checked module, or everything that is wrong with the text.
    ///
    /// - Complexity: proportional to the size of the tree, whatever it holds.
    public static func check(_ unit: TranslationUnit, limits: PTXLimits = PTXLimits()) -> CheckResult {
        var checker = Checker(unit, limits: limits)
        return checker.run()
    }
}
