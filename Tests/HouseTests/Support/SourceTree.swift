import Foundation

/// The files of this package as they are on the disk.
enum SourceTree {
    /// The folder that holds `Package.swift`.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    struct File {
        /// Relative to ``root``, for example `Sources/Storage/Storage.swift`.
        let path: String
        let lines: [Substring]

        /// The folder directly under `Sources`.
        var room: String { String(path.split(separator: "/")[1]) }
    }

    /// The folders directly under `Sources`.
    static func rooms() throws -> [String] {
        let sources = root.appendingPathComponent("Sources")
        return try FileManager.default.contentsOfDirectory(atPath: sources.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Every file under `Sources` with one of these extensions.
    static func sources(withExtensions extensions: Set<String>) throws -> [File] {
        let sources = root.appendingPathComponent("Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
        return try paths.sorted().filter { extensions.contains(URL(fileURLWithPath: $0).pathExtension) }.map { path in
            let text = try text(of: "Sources/" + path)
            return File(path: "Sources/" + path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}
