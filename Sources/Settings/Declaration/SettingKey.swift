/// The names of one setting, all derived from one suffix such as `LIMIT_BODY_BYTES`.
///
/// The variable is the suffix after `TENSOR_WASM_`. The key of the file is the suffix in lower case, where a leading
/// `API_` or `LIMIT_` becomes a mapping of its own: `limit.body_bytes`.
struct SettingKey: Sendable, Hashable {
    /// What every variable of this system begins with.
    static let prefix = "TENSOR_WASM_"
    /// The first words that become a mapping in the file.
    static let groups = ["api", "limit"]

    /// The environment variable.
    let variable: String
    /// The steps from the root of the file to the value: one or two.
    let components: [String]

    init(_ suffix: String) {
        variable = Self.prefix + suffix
        let name = suffix.lowercased()
        let group = Self.groups.first { name.hasPrefix($0 + "_") }
        components = group.map { [$0, String(name.dropFirst($0.count + 1))] } ?? [name]
    }

    /// The key of the file with dots between its steps.
    var dotted: String { components.joined(separator: ".") }
    /// The mapping of the file the value stands in, or `nil` for the root.
    var group: String? { components.count > 1 ? components.first : nil }
}
