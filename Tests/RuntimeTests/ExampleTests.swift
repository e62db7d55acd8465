import Foundation
import Glibc
import Testing

@testable import Runtime

/// The example guests give the answers of independent programs.
@Suite struct ExampleTests {
    /// Empty, lines with and without an end, runs of blanks, every byte, and lengths around SHA-256's block.
    private static let inputs: [[UInt8]] =
        [[], Array("one two\nthree\n".utf8), Array("  a\t b\u{b}c \n\n x".utf8), Array(UInt8.min...UInt8.max)]
        + [55, 56, 63, 64, 65, 10_000].map { Array(repeating: 0x61, count: $0) }

    @Test(arguments: inputs) func `sha256 agrees with sha256sum`(_ input: [UInt8]) async throws {
        let expected = try output(of: "sha256sum", input).prefix { $0 != " " }
        #expect(try await ExampleGuest.call("sha256", "sha256", input: input).text == expected + "\n")
    }

    @Test(arguments: inputs) func `wordcount agrees with wc`(_ input: [UInt8]) async throws {
        let counts = try output(of: "LC_ALL=C wc", input).split(whereSeparator: \.isWhitespace)
        let expected = #"{"lines":\#(counts[0]),"words":\#(counts[1]),"bytes":\#(counts[2])}"#
        let counted = try await ExampleGuest.call("wordcount", "wordcount", input: input).text
        #expect(counted.filter { !$0.isWhitespace } == expected)
    }

    @Test(arguments: inputs) func `filter agrees with tr`(_ input: [UInt8]) async throws {
        let expected = try output(of: "LC_ALL=C tr a-z A-Z", input)
        #expect(try await ExampleGuest.call("filter", nil, input: input).text == expected)
    }

    @Test(arguments: [1, 2, 17, 64]) func `matmul agrees with the definition`(_ size: Int) async throws {
        let answer = try await ExampleGuest.call("matmul", "matmul", [.number("\(size)")])
        #expect(answer.values == [.f64(MatrixExample.checksum(size))])
    }

    @Test func `mandelbrot agrees with the definition, pixel by pixel`() async throws {
        let answer = try await ExampleGuest.call(
            "mandelbrot", "mandelbrot", [.number("64"), .number("48"), .number("100")])
        let numbers = answer.text.split(whereSeparator: \.isWhitespace)
        #expect(numbers.prefix(3) == ["P2", "64", "48"])
        let greys = numbers.dropFirst(4).compactMap { Int($0) }
        #expect(greys == MandelbrotExample.greys(width: 64, height: 48, iterations: 100))
    }

    /// What a program prints that reads `input` from its standard input.
    private func output(of command: String, _ input: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("tensor-wasm-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let stream = try #require(popen("\(command) < '\(file.path)'", "r"))
        var output: [UInt8] = []
        var byte = fgetc(stream)
        while byte != EOF {
            output.append(UInt8(byte))
            byte = fgetc(stream)
        }
        #expect(pclose(stream) == 0)
        return String(decoding: output, as: UTF8.self)
    }
}
