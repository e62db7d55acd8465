import Foundation

/// The package under test, its built program, and its built examples.
enum Checkout {
    /// The folder that holds `Package.swift`.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The program of the same build as these tests: it lies beside the program that runs them.
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("tensor-wasm")

    static let examples = root.appendingPathComponent("Examples/build")

    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Builds the example guests unless that has been done.
    static func buildExamples() async throws {
        try await building.value
    }

    private static let building = Task {
        let modules = try? FileManager.default.contentsOfDirectory(atPath: examples.path)
        guard modules?.isEmpty ?? true else { return }
        let result = try await RunningProcess.run(root.appendingPathComponent("scripts/build-examples"), [])
        guard result.status == 0 else { throw Failure("scripts/build-examples failed:\n\(result.output)") }
    }

    /// What `make run` passes to the program, from the recipe itself.
    static func argumentsOfMakeRun() throws -> [String] {
        let start = "exec .build/release/tensor-wasm "
        let recipe = try text(of: "Makefile").split(separator: "\n").first { $0.contains(start) }
        guard let recipe, let range = recipe.range(of: start) else { throw Failure("the Makefile does not serve") }
        return recipe[range.upperBound...].split(separator: " ").map(String.init).filter { $0 != "$(ARGS)" }
    }
}

/// Why a test cannot go on.
struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
