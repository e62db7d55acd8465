import Foundation
import Testing
import WasmBinary
import WasmEngine

/// The guests of this repository go through the format and stay what they are.
struct GuestTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every example, built or as text, and the benchmarks' guest of kernels.
    private static let guests: [URL] = {
        let folder = root.appending(path: "Examples/build")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0) }.filter { ["wasm", "wat"].contains($0.pathExtension) }
            + [root.appending(path: "Benchmarks/guests/kernels.wat")]
    }()

    private func module(_ file: URL) throws -> [UInt8] {
        let bytes = [UInt8](try Data(contentsOf: file))
        return file.pathExtension == "wat" ? try ModuleFormat.binary(fromText: bytes) : bytes
    }

    @Test func `all examples are there`() { #expect(Self.guests.count >= 12) }

    @Test(arguments: guests)
    func `a guest decodes, encodes and decodes to the same, and the engine takes it`(file: URL) throws {
        let bytes = try module(file)
        let original = try WasmModule(decoding: bytes)
        let normal = try original.normalised()
        let encoded = normal.encode()
        #expect(try WasmModule(decoding: encoded).normalised() == normal)
        #expect(try WasmModule(decoding: encoded).encode() == encoded)
        #expect(original.exports == normal.exports && original.imports == normal.imports)
        let engine = try Engine(EngineConfiguration(maximumInstances: 1))
        _ = try Module.compile(encoded, engine: engine)
    }
}
