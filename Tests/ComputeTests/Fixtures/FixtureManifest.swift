import Foundation

/// The list of launches with known results, and the files beside it.
struct FixtureManifest: Decodable {
    private static let version = 1
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

    let version: Int
    let cases: [FixtureCase]

    /// Reads `Tests/Fixtures/expectations/expectations.json`.
    static func read() throws -> FixtureManifest {
        let content = Data(try bytes(of: "expectations/expectations.json"))
        let manifest = try JSONDecoder().decode(FixtureManifest.self, from: content)
        guard manifest.version == version else { throw FixtureFault.unknownVersion(manifest.version) }
        return manifest
    }

    /// The content of a file below `Tests/Fixtures`.
    static func bytes(of path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
    }
}
