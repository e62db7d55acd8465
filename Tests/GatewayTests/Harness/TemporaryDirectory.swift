import Foundation

/// Runs `body` with the path of a new empty directory, which is removed afterwards.
func withTemporaryDirectory<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let path = FileManager.default.temporaryDirectory.appending(path: "gateway-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
}

/// The relative paths of the modules, artifacts and temporary files in a data directory.
func storedFiles(_ directory: String) -> Set<String> {
    let paths = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
    return Set(
        paths.filter { path in
            let type = try? FileManager.default.attributesOfItem(atPath: directory + "/" + path)[.type]
            return type as? FileAttributeType == .typeRegular && path != "lock" && !path.hasPrefix("tensor-wasm.sqlite")
        })
}
