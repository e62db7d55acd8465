import Foundation

/// Runs `body` with the path of a new empty directory, which is removed afterwards.
func withTemporaryDirectory<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let path = FileManager.default.temporaryDirectory.appending(path: "storage-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
}

/// The relative paths of all regular files and links under `directory` that are not SQLite's or the lock.
func storedFiles(_ directory: String) -> Set<String> {
    let paths = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
    return Set(
        paths.filter { path in
            let type = try? FileManager.default.attributesOfItem(atPath: directory + "/" + path)[.type]
            return type as? FileAttributeType != .typeDirectory && path != "lock"
                && !path.hasPrefix("tensor-wasm.sqlite")
        })
}

/// Writes a file, and the directories it is in, directly.
func plant(_ bytes: [UInt8], at path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
}

/// Removes a file or a directory with what is in it.
func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: path)
}

func linkSymbolically(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
}

func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
}

func content(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
}

func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
}
