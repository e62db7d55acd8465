import Foundation

/// Runs the commands of one document, in order, in one shell, against one server.
struct DocumentRun {
    let steps: [ConsoleStep]
    let server: ServerProcess

    private static let shownAddress = "127.0.0.1:8080"
    private static let mark = "step-\(UUID().uuidString)"

    /// - Parameter directory: where the commands run and leave their files.
    /// - Returns: one text for each step that did not do what the document says.
    func findings(in directory: URL) async throws -> [String] {
        try layOut(directory)
        let result = try await RunningProcess.run(
            URL(fileURLWithPath: "/usr/bin/env"), ["bash", "-euo", "pipefail", "-c", script],
            environment: ["TENSOR_WASM_SERVER": server.address], directory: directory)
        let outputs = result.output.replacing("127.0.0.1:\(server.port)", with: Self.shownAddress)
            .split(separator: Self.mark + "\n", omittingEmptySubsequences: false).dropFirst()
        var findings: [String] = []
        for (step, output) in zip(steps, outputs) where !ShownOutput.matches(step.output, String(output)) {
            findings.append(
                """
                line \(step.line): \(step.command)
                shown: \(step.output.joined(separator: "\n"))
                got: \(output)
                """)
        }
        if result.status != 0 {
            let number = max(outputs.count, 1)
            findings.append("line \(steps[number - 1].line): status \(result.status), later commands did not run")
        }
        return findings
    }

    /// What a document expects of the repository it is read in.
    private func layOut(_ directory: URL) throws {
        let files = FileManager.default
        let products = directory.appendingPathComponent(".build/release")
        try files.createDirectory(at: products, withIntermediateDirectories: true)
        try files.createSymbolicLink(
            at: products.appendingPathComponent("tensor-wasm"), withDestinationURL: Checkout.program)
        try files.createSymbolicLink(
            at: directory.appendingPathComponent("Examples"),
            withDestinationURL: Checkout.root.appendingPathComponent("Examples"))
    }

    private var script: String {
        steps.map { step in
            let command = step.command == "make run" ? servedByThisTest : step.command
            return "printf '\\n%s\\n' '\(Self.mark)'\n"
                + command.replacingOccurrences(of: Self.shownAddress, with: "127.0.0.1:\(server.port)")
        }.joined(separator: "\n") + "\n"
    }

    /// `make run` goes on until it is ended: the server of this test takes its place.
    private var servedByThisTest: String { "cat <<'SERVED'\n\(server.process.output.soFar)SERVED" }
}
