import Foundation
import Testing

@testable import Runtime

/// The example guest `typewriter`, as `scripts/build-examples` has built it.
@Suite(.timeLimit(.minutes(1)))
struct TypewriterTests {
    private static let text = Array("one two\n three".utf8)

    @Test func `typewriter streams its input word by word`() async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appendingPathComponent("Examples/build/typewriter.wasm")
        let bytes = [UInt8](try Data(contentsOf: file))
        try await withRuntime { test in
            let function = try await test.runtime.deploy(
                name: "typewriter", tenant: TestRuntime.tenant, source: .binary(bytes))
            let stream = ChunkStream()
            var request = test.request(function, "type", [.number("1")])
            (request.input, request.chunks) = (Self.text, stream)
            test.runtime.call(request) { stream.end($0) }
            var words: [String] = []
            while case .chunks(let chunks) = await stream.next() {
                words += chunks.map { String(decoding: $0, as: UTF8.self) }
            }
            #expect(words == ["one", " two", "\n three"])
        }
    }

    @Test func `without a stream typewriter prints`() async throws {
        let answer = try await ExampleGuest.call("typewriter", "type", [.number("0")], input: Self.text)
        #expect(answer.standardOutput.bytes == Self.text)
        #expect(answer.values == [])
    }
}
