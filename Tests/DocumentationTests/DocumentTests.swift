import Foundation
import Testing

/// What the documents show is what a reader gets.
struct DocumentTests {
    private static let documents =
        ["README.md", "docs/API.md"]
        + [
            "add", "convolve", "filter", "mandelbrot", "matmul", "sgemm", "sha256", "softmax", "typewriter",
            "vector_add", "wordcount",
        ].map { "Examples/\($0)/README.md" }

    @Test(arguments: documents)
    func `the commands of a document give the output it shows`(_ path: String) async throws {
        let steps = ConsoleSteps.read(try Checkout.text(of: path))
        #expect(!steps.isEmpty)
        try await Checkout.buildExamples()
        try await withTemporaryDirectory { directory in
            let data = directory.appendingPathComponent("data")
            let work = directory.appendingPathComponent("work")
            try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
            try await ServerProcess.with(dataDirectory: data, arguments: Checkout.argumentsOfMakeRun()) { server in
                let findings = try await DocumentRun(steps: steps, server: server).findings(in: work)
                #expect(findings == [], "\(findings.joined(separator: "\n\n"))")
            }
        }
    }

    @Test func `the first screen of the readme has the two commands and both ways to call a function`() throws {
        let screen = try Checkout.text(of: "README.md").split(separator: "\n", omittingEmptySubsequences: false).prefix(
            60
        )
        .joined(separator: "\n")
        for text in ["make run", "make test", "curl ", "tensor-wasm deploy", "tensor-wasm invoke"] {
            #expect(screen.contains(text), "\(text)")
        }
    }

    @Test func `every relative link in a document leads to a file`() throws {
        let files = FileManager.default
        let folders = ["", "docs", "Examples", "Guests"]
        let documents = try folders.flatMap { folder in
            try files.contentsOfDirectory(atPath: Checkout.root.appendingPathComponent(folder).path)
                .filter { $0.hasSuffix(".md") }.map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
        }
        #expect(documents.count >= 13)
        for document in documents + Self.documents {
            let folder = Checkout.root.appendingPathComponent(document).deletingLastPathComponent()
            for link in try Checkout.text(of: document).matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/) {
                let target = folder.appendingPathComponent(String(link.1)).path
                #expect(files.fileExists(atPath: target), "\(document) links to \(link.1)")
            }
        }
    }
}
