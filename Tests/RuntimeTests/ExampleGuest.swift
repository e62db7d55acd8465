import Foundation

@testable import Runtime

/// The example guests, as `scripts/build-examples` has built them.
enum ExampleGuest {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Calls an example in a runtime of its own.
    static func call(
        _ name: String, _ export: String?, _ arguments: [ArgumentLiteral] = [], input: [UInt8] = []
    ) async throws -> CallAnswer {
        let file = root.appendingPathComponent("Examples/build/\(name).wasm")
        let bytes = [UInt8](try Data(contentsOf: file))
        let test = try TestRuntime(instances: 1)
        let function = try await test.runtime.deploy(name: name, tenant: TestRuntime.tenant, source: .binary(bytes))
        var request = test.request(function, export, arguments)
        request.input = input
        let answer = await test.runtime.call(request)
        try await test.remove()
        return answer
    }
}

extension CallAnswer {
    /// What the guest wrote to standard output, invalid UTF-8 replaced.
    var text: String { String(decoding: standardOutput.bytes, as: UTF8.self) }
    /// What the guest wrote to standard error, invalid UTF-8 replaced.
    var complaint: String { String(decoding: standardError.bytes, as: UTF8.self) }
}
