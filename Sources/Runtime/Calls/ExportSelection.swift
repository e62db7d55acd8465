import WasmEngine

/// Chooses the function that a call runs.
public enum ExportSelection {
    /// Tried in this order when the caller names none.
    public static let defaults = ["_start", "main"]

    /// - Throws: ``RuntimeError/missingExport(_:)``, or ``RuntimeError/unsupportedReturnType(_:)``.
    public static func select(_ name: String?, of module: Module) throws(RuntimeError) -> ExportedFunction {
        let names = name.map { [$0] } ?? defaults
        guard let function = names.lazy.compactMap(module.export(named:)).first else {
            throw .missingExport(
                name.map { "the module exports no function named \"\($0)\"" }
                    ?? "no export was named, and the module exports neither _start nor main")
        }
        if let type = function.type.results.first(where: { $0 == .v128 || $0 == .reference }) {
            throw .unsupportedReturnType("the export returns a value of type \(type.rawValue), which JSON cannot carry")
        }
        return function
    }
}
