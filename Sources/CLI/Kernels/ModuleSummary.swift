import PTX

/// What there is to say about a PTX text that is in order.
struct ModuleSummary {
    let version: TranslationUnit.Version
    let target: Int
    let kernels: [KernelSummary]

    init(_ module: CheckedModule) {
        version = module.version
        target = module.target
        kernels = module.functions.filter(\.isEntry).map { KernelSummary($0, in: module) }
    }

    func text(file: String) -> String {
        let count = kernels.count == 1 ? "1 kernel" : "\(kernels.count) kernels"
        let headline = "\(file): PTX \(version.major).\(version.minor) for sm_\(target), \(count)"
        return ([headline] + kernels.map(\.text)).joined(separator: "\n\n")
    }

    func json(file: String) -> JSONValue {
        .object([
            ("file", .string(file)), ("version", .string("\(version.major).\(version.minor)")),
            ("target", .string("sm_\(target)")), ("kernels", .array(kernels.map(\.json))), ("diagnostics", .array([])),
        ])
    }
}
