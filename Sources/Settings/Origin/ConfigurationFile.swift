import Configuration
import Yams

/// The configuration file, checked against the declared settings before any value is read.
struct ConfigurationFile: Sendable {
    /// The name looked for in the working directory when none is given.
    static let defaultName = "tensor-wasm.yaml"

    /// The values, or `nil` when the file holds none.
    let source: SettingSource?
    /// Keys that are known but have no effect.
    let warnings: [String]

    /// Checks and reads the text of a file.
    ///
    /// - Throws: ``SettingsError`` with `malformed_file`, `unknown_key`, `not_enforced` or `malformed_value`.
    init(bytes: [UInt8]) throws(SettingsError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SettingsError(.malformedFile, origin: .file, reason: "the file is not UTF-8 text")
        }
        do {
            guard let root = try Parser(yaml: text).singleRoot(), !root.isAbsentValue else {
                self.source = nil
                self.warnings = []
                return
            }
            var check = FileKeyCheck()
            try check.check(root: root)
            let secrets = Set(SettingCatalogue.declared.filter(\.isSecret).map(\.fileKey))
            let snapshot = try YAMLSnapshot(
                data: bytes.span.bytes, providerName: "file",
                parsingOptions: .init(secretsSpecifier: .specific(secrets)))
            self.source = SettingSource(file: snapshot)
            self.warnings = check.warnings
        } catch let error as SettingsError {
            throw error
        } catch {
            throw Self.malformed(error)
        }
    }

    /// The parser's complaint without the excerpt it carries, which could hold a secret.
    private static func malformed(_ error: any Error) -> SettingsError {
        let problem: String
        switch error as? YamlError {
        case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _), .composer(_, let text, let mark, _):
            problem = "line \(mark.line), column \(mark.column): \(text)"
        case .reader(let text, _, _, _):
            problem = text
        case .duplicatedKeysInMapping(let keys, let context):
            problem = "line \(context.mark.line): the key \(QuotedText(keys.first ?? "")) appears twice"
        default:
            problem = "it cannot be read"
        }
        return SettingsError(.malformedFile, origin: .file, reason: "the file is not valid YAML: \(problem)")
    }
}
