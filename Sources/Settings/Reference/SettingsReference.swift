/// The configuration reference, generated from the declarations.
public enum SettingsReference {
    /// Every setting of this version, in the order of declaration.
    public static var settings: [SettingDescriptor] { SettingCatalogue.declared }

    /// The complete text of `docs/CONFIG.md`.
    public static func markdown() -> String {
        let sections = [introduction, syntax] + groups.map(section) + [fixedLimits, reserved, example]
        return sections.joined(separator: "\n\n") + "\n"
    }

    private static let introduction = """
        # Configuration

        This file is generated from the declarations in `Sources/Settings`; change it there. `tensor-wasm config` prints
        the values in force and where each comes from.

        A setting comes from the first of these that gives it:

        1. a flag of `tensor-wasm serve`,
        2. an environment variable,
        3. the configuration file,
        4. the default.

        The configuration file is the one named by `--config` or `TENSOR_WASM_CONFIG`, else `tensor-wasm.yaml` in the
        working directory if it exists. It is YAML in UTF-8, at most \
        \(ByteCount.format(FixedLimits.configurationFileBytes.value)) long. Its keys follow from the variables: without
        `TENSOR_WASM_`, in lower case, and a leading `API_` or `LIMIT_` becomes a mapping. So
        `TENSOR_WASM_LIMIT_BODY_BYTES` is `body_bytes` under `limit`, written `limit.body_bytes` below.

        The start stops with a message that names the key when a value is malformed or out of range, also when a
        stronger source overrides it, and when the file holds a key that is not listed here. An unknown `TENSOR_WASM_`
        variable is only warned about. The values of secrets never appear in messages or in the output of `tensor-wasm config`.
        """

    private static let syntax = """
        ## Values

        | Type | Written as |
        |---|---|
        | integer | decimal digits: no sign, separator, space or leading zero |
        | size | an integer of bytes, or an integer directly followed by `KiB`, `MiB` or `GiB` |
        | boolean | `true` or `false`, also `1` or `0` |
        | word | one of the words listed |
        | path | absolute, or relative to the working directory; no control characters |
        | token | visible ASCII characters |
        | host:port | an IPv4 address, an IPv6 address in brackets, or a host name; then a port from 0 to 65535 |

        No value may be empty. To leave a setting at its default, leave it out.
        """

    private static let groups: [(title: String, key: String?)] =
        [("Server", nil)] + SettingKey.groups.map { ($0 == "api" ? "HTTP API" : "Limits", $0) }

    private static func section(_ title: String, of group: String?) -> String {
        let rows = settings.filter { $0.key.group == group }.map { setting in
            let type = setting.unit.isEmpty ? setting.typeName : "\(setting.typeName), \(setting.unit)"
            let fallback = setting.hasWritableDefault ? "`\(setting.defaultText)`" : setting.defaultText
            return row(
                "`\(setting.variable)`", "`\(setting.fileKey)`", setting.flag.map { "`--\($0)`" } ?? "",
                setting.isSecret ? type + ", secret" : type, fallback, setting.allowed, setting.documentation)
        }
        return table(
            "## \(title)", header: ["Variable", "Key", "Flag", "Type", "Default", "Allowed", "Meaning"], rows: rows)
    }

    private static var fixedLimits: String {
        let rows = (FixedLimits.allCases.map(\.limit) + KernelLimits.allCases.map(\.limit)).map { limit in
            row(limit.subject, "\(limit.value)", limit.unit, limit.reason)
        }
        return table(
            "## Fixed limits\n\nPart of the contract with clients; no setting changes them.",
            header: ["Limit", "Value", "Unit", "Why"], rows: rows)
    }

    private static var reserved: String {
        let rows = ReservedVariable.all.map { variable in
            let effect =
                switch variable.handling {
                case .refused: "stops the start, because this version does not enforce it"
                case .ignored: "no effect in this version; a warning"
                case .readElsewhere: "variable only; the file has no key for it"
                }
            return row("`\(variable.key.variable)`", variable.documentation, effect)
        }
        return table(
            "## Other variables", header: ["Variable", "Meaning", "When set"], rows: rows)
    }

    private static let example = """
        ## Example

        A configuration file with every default. Lines with a `#` have no default that could be written down.

        ```yaml
        \(exampleFile())
        ```
        """

    private static func table(_ heading: String, header: [String], rows: [String]) -> String {
        let rule = "|" + String(repeating: "---|", count: header.count)
        return ([heading, "", "| " + header.joined(separator: " | ") + " |", rule] + rows).joined(separator: "\n")
    }

    private static func row(_ cells: String...) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }
}
