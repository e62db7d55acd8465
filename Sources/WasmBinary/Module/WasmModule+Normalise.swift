extension WasmModule {
    /// The same module with every body decoded and written in its shortest form.
    ///
    /// Places in the code move, so custom sections that name some (debugging information, branch hints) no longer fit.
    /// - Parameter limits: What each body may cost.
    /// - Throws: ``BinaryError`` where a body is malformed.
    public func normalised(limits: BinaryLimits = BinaryLimits()) throws(BinaryError) -> WasmModule {
        var module = self
        for place in module.functions.indices {
            let code = try functions[place].body.code(limits: limits, allowsData: declaresDataCount)
            var writer = ByteWriter()
            writer.functionCode(code)
            module.functions[place].body = .encoded(writer.joined()[...])
        }
        return module
    }
}
