import Testing

@testable import Settings

@Suite struct SecretTests {
    static let token = "hunter2-very-secret"

    @Test("A secret is reached by name and masked everywhere else")
    func masked() throws {
        let settings = try load(environment: ["TENSOR_WASM_API_METRICS_TOKEN": Self.token])
        #expect(settings.api.metricsToken?.text == Self.token)
        #expect(settings.entry("API_METRICS_TOKEN")?.shownValue == Secret.mask)
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped] {
            #expect(!text.contains(Self.token))
        }
    }

    @Test("The mask does not tell the length of a secret")
    func maskHasOneLength() throws {
        let short = try load(environment: ["TENSOR_WASM_API_METRICS_TOKEN": "x"])
        #expect(short.entry("API_METRICS_TOKEN")?.shownValue == Secret.mask)
    }

    @Test("A secret that nobody set is shown as unset")
    func unset() throws {
        let settings = try load()
        #expect(settings.api.metricsToken == nil)
        #expect(settings.entry("API_METRICS_TOKEN")?.shownValue == EffectiveSetting.unset)
    }

    @Test(
        "An error about a secret names its key and never its value",
        arguments: [token + " ", token + "\n", token + "é", String(repeating: token, count: 100)])
    func errorsHideTheValue(text: String) {
        let variable = "TENSOR_WASM_API_METRICS_TOKEN"
        let error = failure(environment: [variable: text])
        #expect(error?.key == variable)
        #expect(error?.description.contains("hunter2") == false)
    }

    @Test(
        "An error about the file never shows a line of it",
        arguments: [
            "api:\n  metrics_token: \"\(token)", "api: {metrics_token: \(token)", "api:\n  metrics_token: @\(token)",
            "api:\n  metrics_token: [\(token)]", "api:\n  metrics_token: {\(token): 1}",
            "api:\n  metrics_token: \(token)\n  metrics_token: \(token)", "api: \(token)", "- \(token)",
            "api:\n  metrics_token: *\(token)", "api:\n  metrics_token: \(token) \(token)",
            "api:\n\tmetrics_token: \(token)", "api:\n  metrics_token: !<\(token)", "\(token)",
        ])
    func fileErrorsHideTheValue(text: String) throws {
        let error = try #require(failure(file: text))
        #expect(!error.description.contains("hunter2"))
    }

    @Test("The longest token that fits the Authorization header is allowed, one more byte is not")
    func tokenLength() throws {
        let longest = FixedLimits.authorizationBytes.value - "Bearer ".utf8.count
        let variable = "TENSOR_WASM_API_METRICS_TOKEN"
        let text = String(repeating: "t", count: longest)
        #expect(try load(environment: [variable: text]).api.metricsToken?.text == text)
        #expect(failure(environment: [variable: text + "t"])?.code == .outOfRange)
    }
}
