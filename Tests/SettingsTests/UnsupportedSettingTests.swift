import Testing

@testable import Settings

@Suite struct UnsupportedSettingTests {
    static let refused = [
        "API_SNAPSHOT_HMAC_KEY", "API_SNAPSHOT_REQUIRE_SIGNATURE", "API_KERNEL_HMAC_KEY", "API_KERNEL_PUBLISH_TOKENS",
    ]
    static let ignored = ["API_KERNEL_REGISTRY_DIR", "API_OPENAI_MODEL_MAP", "OTLP_ENDPOINT"]

    @Test("A protection that is missing stops the start and hides what was set", arguments: refused)
    func protectionsAreRefused(suffix: String) {
        let error = failure(environment: ["TENSOR_WASM_" + suffix: "hunter2"])
        #expect(error?.code == .notEnforced)
        #expect(error?.key == "TENSOR_WASM_" + suffix)
        #expect(error?.reason.contains("does not enforce it") == true)
        #expect(error?.description.contains("hunter2") == false)
        #expect(failure(environment: ["TENSOR_WASM_" + suffix: ""])?.code == .notEnforced)
    }

    @Test("The same holds for the keys of the file", arguments: refused)
    func keysAreRefused(suffix: String) throws {
        let error = failure(file: line(for: suffix, value: "hunter2"))
        #expect(error?.code == .notEnforced)
        #expect(error?.key == SettingKey(suffix).dotted)
        #expect(failure(file: line(for: suffix, value: "[a, b]"))?.code == .notEnforced)
    }

    @Test("Anything else that is missing is warned about without its value", arguments: ignored)
    func othersAreWarnedAbout(suffix: String) throws {
        let byVariable = try load(environment: ["TENSOR_WASM_" + suffix: "hunter2"]).warnings
        #expect(byVariable == ["TENSOR_WASM_\(suffix) (environment) is set, but has no effect in this version"])
        let byKey = try load(file: line(for: suffix, value: "hunter2")).warnings
        #expect(byKey.count == 1)
        #expect(byKey.first?.hasPrefix(SettingKey(suffix).dotted) == true)
        #expect(byKey.first?.contains("hunter2") == false)
    }

    @Test("Every reserved variable is tested")
    func complete() {
        let reserved = ReservedVariable.all.filter { $0.handling != .readElsewhere }.map(\.key.variable)
        #expect(Set(reserved) == Set((Self.refused + Self.ignored).map { "TENSOR_WASM_" + $0 }))
    }

    @Test("Unknown variables of the system are warned about in order, others are left alone")
    func unknownVariables() throws {
        let settings = try load(environment: [
            "TENSOR_WASM_Z": "hunter2", "TENSOR_WASM_LIMIT_BODY_BYTE\n": "1", "PATH": "/bin", "TENSOR_WASMX": "1",
            "TENSOR_WASM_SERVER": "http://localhost", "TENSOR_WASM_TOKEN": "t", "OTEL_SERVICE_NAME": "s",
        ])
        #expect(settings.warnings.count == 2)
        #expect(settings.warnings.first?.hasPrefix(#""TENSOR_WASM_LIMIT_BODY_BYTE\u{a}""#) == true)
        #expect(settings.warnings.last?.hasPrefix(#""TENSOR_WASM_Z""#) == true)
        #expect(!settings.warnings.joined().contains("hunter2"))
    }

    private func line(for suffix: String, value: String) -> String {
        let components = SettingKey(suffix).components
        return components.count == 2
            ? "\(components[0]):\n  \(components[1]): \(value)" : "\(components[0]): \(value)"
    }
}
