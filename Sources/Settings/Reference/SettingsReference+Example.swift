extension SettingsReference {
    /// A configuration file that sets everything to its default.
    static func exampleFile() -> String {
        let groups: [String?] = [nil] + SettingKey.groups
        return groups.map { group in
            let indentation = group == nil ? "" : "  "
            let lines = settings.filter { $0.key.group == group }.map { indentation + line(for: $0) }
            return ((group.map { ["\($0):"] } ?? []) + lines).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private static func line(for setting: SettingDescriptor) -> String {
        let name = setting.key.components.last ?? ""
        return setting.hasWritableDefault ? "\(name): \(setting.defaultText)" : "# \(name):"
    }
}
