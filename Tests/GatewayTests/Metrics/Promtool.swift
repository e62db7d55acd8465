import Foundation

/// Prometheus's own checker, where `scripts/bootstrap --test` has put it.
enum Promtool {
    static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".deps/test/bin/promtool").path

    static let isInstalled = FileManager.default.isExecutableFile(atPath: path)

    /// The complaints about a page; empty when there is none.
    static func complaints(about page: String) throws -> String {
        try withTemporaryFile(page) { file in
            let process = Process()
            let output = Pipe()
            process.executableURL = URL(filePath: path)
            process.arguments = ["check", "metrics"]
            process.standardInput = file
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let text = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            guard process.terminationStatus == 0 || !text.isEmpty else { return "status \(process.terminationStatus)" }
            return String(decoding: text, as: UTF8.self)
        }
    }

    private static func withTemporaryFile<Value>(_ text: String, _ body: (FileHandle) throws -> Value) throws -> Value {
        let url = FileManager.default.temporaryDirectory.appending(path: "promtool-\(UUID().uuidString)")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(try FileHandle(forReadingFrom: url))
    }
}
