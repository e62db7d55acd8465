import Yams

/// Walks the keys of a configuration file and refuses those that no setting has.
///
/// A misspelt limit that is silently ignored leaves the server less protected than its operator believes. The walk
/// never goes below the declared keys, so aliases in the file cannot make it long.
struct FileKeyCheck {
    /// Keys that are known but have no effect.
    private(set) var warnings: [String] = []

    private let declared = Set(SettingCatalogue.declared.map(\.key))
    private let reserved = ReservedVariable.all.filter { $0.handling != .readElsewhere }

    /// - Throws: ``SettingsError``, or nothing when every key is known and holds one value.
    mutating func check(root: Node) throws(SettingsError) {
        guard case .mapping(let mapping) = root else {
            throw SettingsError(.malformedFile, origin: .file, reason: "the file is not a mapping of keys to values")
        }
        for (key, value) in mapping {
            guard case .scalar(let name) = key else { throw unknown("?", key) }
            if SettingKey.groups.contains(name.string) {
                try check(group: name.string, value)
            } else {
                try check(value, at: [name.string], key)
            }
        }
    }

    private mutating func check(group: String, _ node: Node) throws(SettingsError) {
        // A group whose lines are all commented out is left with no value, which is harmless.
        if node.isAbsentValue { return }
        guard case .mapping(let mapping) = node else {
            throw SettingsError(.malformedValue, key: group, origin: .file, reason: "must hold a mapping of settings")
        }
        for (key, value) in mapping {
            guard case .scalar(let name) = key else { throw unknown(group + ".?", key) }
            try check(value, at: [group, name.string], key)
        }
    }

    private mutating func check(_ value: Node, at path: [String], _ key: Node) throws(SettingsError) {
        let dotted = path.joined(separator: ".")
        if let reserved = reserved.first(where: { $0.key.components == path }) {
            guard reserved.handling == .ignored else { throw reserved.refusal(named: dotted, origin: .file) }
            warnings.append(reserved.warning(named: dotted, origin: .file))
        } else if !declared.contains(where: { $0.components == path }) {
            throw unknown(dotted, key)
        }
        guard case .scalar = value else {
            throw SettingsError(
                .malformedValue, key: dotted, origin: .file, reason: "must hold one value, not a list or a mapping")
        }
        if value.isAbsentValue {
            throw SettingsError(
                .malformedValue, key: dotted, origin: .file, reason: "has no value; give one or remove the line")
        }
    }

    private func unknown(_ dotted: String, _ key: Node) -> SettingsError {
        let line = key.mark.map { " (line \($0.line))" } ?? ""
        return SettingsError(
            .unknownKey, key: "\(QuotedText(dotted))", origin: .file, reason: "is not a key of any setting\(line)")
    }
}

extension Node {
    /// Whether YAML reads the node as "no value": nothing at all, `~` or `null` without quotes.
    var isAbsentValue: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
