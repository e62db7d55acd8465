extension CheckedModule {
    /// Reads and checks a PTX text.
    ///
    /// - Throws: everything that is wrong with the text, or the first faults where there are more than the limits allow.
    public static func read(_ text: [UInt8], limits: PTXLimits = PTXLimits()) throws(PTXError) -> CheckedModule {
        let parsed = PTXParser.parse(text, limits: limits)
        guard parsed.diagnostics.isEmpty, let unit = parsed.unit else { throw PTXError(parsed.diagnostics) }
        let checked = PTXChecker.check(unit, limits: limits)
        guard let module = checked.module else { throw PTXError(checked.diagnostics) }
        return module
    }
}
