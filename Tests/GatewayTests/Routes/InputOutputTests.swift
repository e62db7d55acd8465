import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct InputOutputTests {
    /// What a call of ``Guest/echo`` answers.
    private struct Answer: Decodable, Equatable {
        let result: [Int]
        var stdout: String?
        var stderr: String?
        var isOutputTruncated: Bool?
        var isErrorTruncated: Bool?

        enum CodingKeys: String, CodingKey {
            case result
            case stdout
            case stderr
            case isOutputTruncated = "stdout_truncated"
            case isErrorTruncated = "stderr_truncated"
        }
    }

    private func write(
        _ server: TestServer, _ id: String, _ input: String, to stream: Int = 1, times: Int = 1, isDirect: Bool = false
    ) async throws -> Answer {
        let response = try await server.invoke(
            id, #"{"export":"write","args":[\#(stream),\#(times),\#(isDirect ? 1 : 0)]\#(input)}"#)
        #expect(response.status == 200, "\(response.text)")
        return try response.json()
    }

    @Test(arguments: [false, true])
    func `the input reaches the guest as standard input and by read-input`(isDirect: Bool) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.echo)
            let text = try await write(server, id, #","input":"h\u00e9\"\n🦀""#, isDirect: isDirect)
            #expect(text == Answer(result: [9], stdout: "hé\"\n🦀"))
            let base64 = try await write(server, id, #","input_b64":"AGEK""#, isDirect: isDirect)
            #expect(base64 == Answer(result: [3], stdout: "\0a\n"))
            #expect(try await write(server, id, "", isDirect: isDirect) == Answer(result: [0]))
            #expect(try await write(server, id, #","input":"""#, isDirect: isDirect) == Answer(result: [0]))
        }
    }

    @Test func `bytes that are no text are replaced in the answer`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.echo)
            let answer = try await write(server, id, #","input_b64":"Yf9i""#, to: 2)
            #expect(answer == Answer(result: [3], stderr: "a\u{FFFD}b"))
        }
    }

    @Test func `of each stream the first 64 KiB are kept, and the rest is announced`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.echo)
            let kibibyte = String(repeating: "x", count: 1_024)
            let input = #","input":"\#(kibibyte)""#
            let whole = try await write(server, id, input, times: 64)
            #expect(whole == Answer(result: [1_024], stdout: String(repeating: "x", count: 64 << 10)))
            let cut = try await write(server, id, input, to: 2, times: 65)
            #expect(
                cut
                    == Answer(
                        result: [1_024], stderr: String(repeating: "x", count: 64 << 10), isErrorTruncated: true))
        }
    }

    @Test func `a body above what the event loop takes itself is received all the same`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.echo)
            let text = String(repeating: "0123456789", count: 5_000)
            let padding = String(repeating: " ", count: 200_000)
            let answer = try await write(server, id, #","input":"\#(text)"\#(padding)"#, isDirect: true)
            #expect(answer == Answer(result: [50_000], stdout: text))
        }
    }
}
