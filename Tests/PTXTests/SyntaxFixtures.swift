import Foundation

/// PTX files in the repository: kernels of ours and what compilers made of a wider corpus.
enum SyntaxFixtures {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    static let kernels = paths(in: "kernels")
    static let corpus = paths(in: "corpus")

    static func bytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: root.appendingPathComponent(path)))
    }

    /// What a text holds, counted without a parser.
    struct Statistics: Decodable {
        let entries: Int
        let labels: Int
        let instructions: Int
    }

    static func statistics() throws -> [String: Statistics] {
        let data = try Data(contentsOf: root.appendingPathComponent("corpus/statistics.json"))
        return try JSONDecoder().decode([String: Statistics].self, from: data)
    }

    /// Paths relative to the folder of all fixtures; none when there is no such folder.
    private static func paths(in folder: String) -> [String] {
        let all = try? FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        return (all ?? []).filter { $0.hasSuffix(".ptx") }.sorted().map { "\(folder)/\($0)" }
    }
}
