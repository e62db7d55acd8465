import FoundationEssentials
import Testing

@testable import CLI

/// Compares generated text with files of `Golden`. After an intended change of the command line, run the tests with
/// `TENSOR_WASM_UPDATE_GOLDEN=1` in the environment and review the difference.
@Suite("Generated text")
struct GoldenTests {
    private static let folder =
        String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.endIndex)) + "/Golden/"

    private func expectGolden(_ name: String, _ arguments: String...) async throws {
        let recorded = RecordedConsole()
        #expect(await TensorWasm.execute(arguments, in: recorded.console) == 0)
        let path = Self.folder + name
        if ProcessInfo.processInfo.environment["TENSOR_WASM_UPDATE_GOLDEN"] == "1" {
            try recorded.output.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let golden = try FileInput.read(path, limit: 1 << 20)
        #expect(recorded.output == String(decoding: golden, as: UTF8.self), "\(name) differs")
    }

    @Test("completes words in bash") func bash() async throws {
        try await expectGolden("tensor-wasm.bash", "completions", "bash")
    }

    @Test("completes words in zsh") func zsh() async throws {
        try await expectGolden("_tensor-wasm", "completions", "zsh")
    }

    @Test("completes words in fish") func fish() async throws {
        try await expectGolden("tensor-wasm.fish", "completions", "fish")
    }

    @Test("explains every command in the manual page") func man() async throws {
        try await expectGolden("tensor-wasm.1", "man")
    }

    @Test(
        "reaches roff without being taken for a request or an escape",
        arguments: [
            (".TH x", "\\&.TH x"), ("'a", "\\&\\(aqa"), ("a\\b", "a\\eb"), ("--flag", "\\-\\-flag"),
            ("a\n.b", "a\n\\&.b"),
        ])
    func roff(_ text: String, _ escaped: String) {
        #expect(RoffText.body(text) == escaped)
    }

    @Test("keeps a request's argument in one piece")
    func roffArgument() {
        #expect(RoffText.argument(#"say "x" -y"#) == #""say \(dqx\(dq \-y""#)
    }
}
