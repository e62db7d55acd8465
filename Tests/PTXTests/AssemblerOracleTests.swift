import Foundation
import Testing

@testable import PTX

/// Compares the checker with NVIDIA's assembler where that is installed.
@Suite(
    .enabled(
        if: Assembler.path != nil,
        "ptxas is not installed: set TENSOR_WASM_PTXAS to the one of the package nvidia-cuda-nvcc-cu12"))
struct AssemblerOracleTests {
    @Test func `both accept every fixture, and count the same shared bytes`() throws {
        let assembler = try #require(Assembler())
        for path in SyntaxFixtures.kernels + SyntaxFixtures.corpus {
            let bytes = try SyntaxFixtures.bytes(path)
            let module = try CheckedModule.read(bytes)
            guard module.version <= assembler.newestVersion else { continue }
            let answer = try assembler.assemble(String(decoding: bytes, as: UTF8.self))
            #expect(answer.isAccepted, "\(path): \(answer.output)")
            for function in module.functions where function.isEntry {
                #expect(answer.sharedBytes[function.name] == function.sharedByteCount, "\(path): \(function.name)")
            }
        }
    }

    @Test func `both accept an instruction of every form`() throws {
        let assembler = try #require(Assembler())
        for form in InstructionTable.forms where form.tier != .refused && !form.isWithdrawn {
            guard let instruction = FormSample.instruction(form, choose: { $0 - 1 }) else { continue }
            // Some forms exist on one architecture's own variant only.
            let isOffered = ["sm_90a", "sm_100a", "sm_120a"].contains { target in
                let text = FormSample.kernel([instruction], version: "8.8", target: target)
                return (try? assembler.assemble(text).isAccepted) == true
            }
            #expect(isOffered, "\(instruction) — \(form.text)")
        }
    }

    @Test(arguments: [
        ("add.u32", "add.q32"), ("add.s32", "add.rn.s32"), (".f32 \t%f<", ".u32 \t%f<"), ("%rd1,", "%rq1,"),
        ("bra \t", "bra \tX"), ("ld.param.u64", "ld.param.z64"), ("mov.u32", "mov.f64"), ("setp.", "setq."),
        (".b64 \t%rd<", ".b32 \t%rd<"), ("fma.rn.f32", "fma.f32"), (", %f", ", %p"), ("[%rd", "[%f"),
        (".reg .pred", ".reg .b32"), ("ret;", "ret 5;"), ("shl.b64", "shl.u64"), ("mul.wide.s32", "mul.wide.s64"),
        ("ld.global.f32", "ld.shared.v2.f32"), ("bar.sync \t0", "bar.sync \t99"), ("cvta.to.global", "cvta.to.moon"),
        ("ld.param.u64", "ld.param.u32"), (".target sm_80", ".target sm_70"), ("mov.u32", "mov.b32"),
    ])
    func `both judge a mutilated kernel alike`(_ part: String, _ replacement: String) throws {
        let assembler = try #require(Assembler())
        for path in SyntaxFixtures.kernels {
            let text = String(decoding: try SyntaxFixtures.bytes(path), as: UTF8.self)
            guard text.contains(part) else { continue }
            let mutant = text.replacingOccurrences(of: part, with: replacement)
            let answer = try assembler.assemble(mutant)
            let result = CheckerText.check(mutant)
            #expect(
                answer.isAccepted == (result.module != nil),
                "\(path): \(result.diagnostics.first?.message ?? "accepted"); ptxas: \(answer.output.prefix(300))")
        }
    }
}

/// NVIDIA's assembler, an optional tool.
struct Assembler {
    /// What it said about a text.
    struct Answer {
        let isAccepted: Bool
        let output: String
        /// Shared bytes by kernel.
        let sharedBytes: [String: Int]
    }

    /// Where it is: `TENSOR_WASM_PTXAS`, the tools that tests install, or `PATH`.
    static let path: String? = {
        let environment = ProcessInfo.processInfo.environment
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var candidates = [root.appending(path: ".deps/test/bin/ptxas").path]
        if let named = environment["TENSOR_WASM_PTXAS"] { candidates.insert(named, at: 0) }
        candidates += (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/ptxas" }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    private let path: String
    /// The newest language version that it reads.
    let newestVersion: TranslationUnit.Version

    init?() {
        guard let path = Self.path else { return nil }
        self.path = path
        var newest = TranslationUnit.Version(7, 0)
        for version in ["7.8", "8.0", "8.3", "8.5", "8.7", "8.8", "9.0", "9.1", "9.2", "9.3", "9.4", "9.5"] {
            let text = ".version \(version)\n.target sm_90\n.address_size 64\n"
            guard let answer = try? Self.run(path, text), answer.isAccepted else { break }
            let numbers = version.split(separator: ".").compactMap { Int($0) }
            newest = TranslationUnit.Version(numbers[0], numbers[1])
        }
        newestVersion = newest
    }

    /// Assembles a text for its own target.
    func assemble(_ text: String) throws -> Answer { try Self.run(path, text) }

    private static func run(_ path: String, _ text: String) throws -> Answer {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).ptx")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let directive = text.split(separator: "\n").first { $0.hasPrefix(".target") } ?? ".target sm_90"
        let target = directive.split { $0 == " " || $0 == "," }.dropFirst().first ?? "sm_90"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-v", "-arch=\(target)", "-o", "/dev/null", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Answer(isAccepted: process.terminationStatus == 0, output: output, sharedBytes: sharedBytes(output))
    }

    /// Reads `Compiling entry function 'k' …` and, further on, `Used 32 registers, …, 1024 bytes smem`.
    private static func sharedBytes(_ output: String) -> [String: Int] {
        var result: [String: Int] = [:]
        var name: Substring?
        for line in output.split(separator: "\n") {
            if line.contains("Compiling entry function") { name = line.split(separator: "'").dropFirst().first }
            guard line.contains("Used "), let entry = name else { continue }
            let words = line.split(separator: " ")
            let place = words.firstIndex { $0.hasPrefix("smem") }
            result[String(entry)] = place.flatMap { $0 >= 2 ? Int(words[$0 - 2]) : nil } ?? 0
        }
        return result
    }
}
