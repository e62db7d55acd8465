import Testing

@testable import PTX

/// Short texts for tests of the checker.
enum CheckerText {
    static let header = ".version 8.8\n.target sm_90\n.address_size 64\n"

    /// Reads and checks a whole text.
    static func check(_ text: String, limits: PTXLimits = PTXLimits()) -> CheckResult {
        let parsed = PTXParser.parse([UInt8](text.utf8), limits: limits)
        guard parsed.diagnostics.isEmpty, let unit = parsed.unit else {
            return CheckResult(module: nil, diagnostics: parsed.diagnostics)
        }
        return PTXChecker.check(unit, limits: limits)
    }

    /// The module of a text without faults.
    static func module(_ text: String, limits: PTXLimits = PTXLimits()) throws -> CheckedModule {
        let result = check(header + text, limits: limits)
        try #require(result.diagnostics.map(\.message) == [])
        return try #require(result.module)
    }

    /// The kernel `k` with that body, behind those declarations.
    static func kernel(
        _ body: String, parameters: String = "", before: String = ""
    ) throws -> (function: CheckedFunction, module: CheckedModule) {
        let module = try module("\(before)\n.entry k(\(parameters)) {\n\(body)\n}\n")
        return (module.functions[try #require(module.entry(named: "k"))], module)
    }
}
