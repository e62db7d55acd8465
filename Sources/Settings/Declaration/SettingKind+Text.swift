extension SettingKind<ListenAddress> {
    /// `host:port`.
    static var listenAddress: Self {
        SettingKind(
            name: "host:port",
            parse: { (text) throws(ValueFault) in try ListenAddress(parsing: text) },
            format: \.description)
    }
}

extension SettingKind<Bool> {
    /// `true` or `false`, also written `1` or `0`.
    ///
    /// Words like `yes` and `on` are refused, because the readers of YAML do not agree on them.
    static var boolean: Self {
        SettingKind(
            name: "boolean", allowed: "`true`, `false`, `1`, `0`",
            parse: { (text) throws(ValueFault) in
                switch text {
                case "true", "1": true
                case "false", "0": false
                default: throw .malformed("is not a boolean; write true or false")
                }
            },
            format: { "\($0)" })
    }
}

extension SettingKind where Value: RawRepresentable<String> & CaseIterable {
    /// One of a few words.
    static var choice: Self {
        let words = Value.allCases.map(\.rawValue)
        return SettingKind(
            name: "word", allowed: words.map { "`\($0)`" }.joined(separator: ", "),
            parse: { (text) throws(ValueFault) in
                guard let value = Value(rawValue: text) else {
                    throw .malformed("is not one of \(words.joined(separator: ", "))")
                }
                return value
            },
            format: \.rawValue)
    }
}

extension SettingKind<String> {
    /// A text of visible ASCII characters.
    static var text: Self {
        SettingKind(
            name: "text",
            parse: { (text) throws(ValueFault) in
                guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                    throw .malformed("contains a character that is not visible ASCII")
                }
                return text
            },
            format: { $0 })
    }

    /// A path of the file system, absolute or relative to the working directory.
    static var path: Self {
        SettingKind(
            name: "path",
            parse: { (text) throws(ValueFault) in
                guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
                    throw .malformed("is not a path; it contains control characters")
                }
                return text
            },
            format: { $0 })
    }
}

extension SettingKind<Secret> {
    /// A token that clients send after `Authorization: Bearer`.
    ///
    /// Only visible ASCII can be sent there, and a longer token would never fit the header's own limit.
    static var bearerToken: Self {
        let longest = FixedLimits.bearerTokenBytes.value
        return SettingKind(
            name: "token", unit: "", allowed: "1 … \(longest) visible ASCII characters", isSecret: true,
            parse: { (text) throws(ValueFault) in
                guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                    throw .malformed("contains a character that is not visible ASCII")
                }
                guard text.utf8.count <= longest else { throw .outOfRange }
                return Secret(text)
            },
            format: \.description)
    }
}
