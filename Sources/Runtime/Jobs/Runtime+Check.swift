extension Runtime {
    /// Checks a call as far as that is possible without running it: the function, its owner, export and arguments.
    func check(_ request: CallRequest) async throws(RuntimeError) {
        let function: LoadedFunction
        if let loaded = functions.function(request.function), loaded.record.tenant == request.tenant {
            function = loaded
        } else {
            function = try await load(request.function, tenant: request.tenant)
        }
        let export = try ExportSelection.select(request.export, of: function.template.module)
        _ = try ArgumentConversion.convert(request.arguments, to: export.type.parameters)
    }
}
