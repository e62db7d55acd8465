import Testing
import WasmEngine

@testable import Runtime

/// The example guests with kernels give what their documents define, computed a second time without kernels.
@Suite struct KernelExampleTests {
    /// Around a block's 256 threads.
    @Test(arguments: [1, 2, 255, 256, 257, 10_000])
    func `vector_add gives the sum that the definition has`(_ count: Int) async throws {
        let answer = try await ExampleGuest.call("vector_add", "vector_add", [.number("\(count)")])
        #expect(answer.values == [.f64(Double(3 * count * (count - 1) / 2))])
        #expect(answer.complaint == "")
    }

    @Test func `vector_add adds lines of numbers`() async throws {
        let input = "1 -2.5 1e3 0.1\r\n10 20 30 0.2\n"
        let answer = try await ExampleGuest.call("vector_add", "add_lines", input: Array(input.utf8))
        #expect(answer.values == [.i32(0)])
        #expect(answer.text == "11 17.5 1030 0.3\n")
    }

    @Test(arguments: ["", "1 2", "1 2\n3", "1 2\n3 4 5", "1 x\n1 2", "1\n2\n3", "-\n-", "1e\n1"])
    func `vector_add says what it wants instead of other lines`(_ input: String) async throws {
        let answer = try await ExampleGuest.call("vector_add", "add_lines", input: Array(input.utf8))
        #expect(answer.values == [.i32(1)])
        #expect(answer.text == "")
        #expect(answer.complaint == "the input must be two lines with the same count of numbers\n")
    }

    /// Around a block's 128 threads.
    @Test(arguments: [1, 3, 128, 129, 300])
    func `softmax agrees with double precision to six decimals`(_ columns: Int) async throws {
        let rows = SoftmaxExample.rows(3, columns)
        let numbers = rows.joined().map { "\($0)" }.joined(separator: " ")
        let input = "\(rows.count) \(columns)\n\(numbers)"
        let answer = try await ExampleGuest.call("softmax", "softmax", input: Array(input.utf8))
        #expect(answer.values == [.i32(0)])
        let lines: [[Double]] = answer.text.split(separator: "\n")
            .map { line in line.split(separator: " ").compactMap { Double($0) } }
        #expect(lines.map(\.count) == rows.map(\.count))
        for (line, row) in zip(lines, rows) {
            for (given, expected) in zip(line, SoftmaxExample.row(row)) { #expect(abs(given - expected) <= 1e-6) }
        }
    }

    @Test(arguments: ["", "0 1", "1 2 3", "1 1 2 3", "1.5 1 1", "65536 65536 1", "1 1 x"])
    func `softmax says what it wants instead of something else`(_ input: String) async throws {
        let answer = try await ExampleGuest.call("softmax", "softmax", input: Array(input.utf8))
        #expect(answer.values == [.i32(1)])
        #expect(answer.text == "")
        #expect(answer.complaint.contains("rows, columns"))
    }

    /// Smaller than a tile, whole tiles, and sizes that no tile divides.
    @Test(arguments: [(1, 1, 1), (2, 3, 4), (16, 16, 16), (17, 33, 5), (50, 7, 40)])
    func `sgemm gives the sum of the product's elements`(_ m: Int, _ n: Int, _ k: Int) async throws {
        let sizes = [m, n, k].map { ArgumentLiteral.number("\($0)") }
        let answer = try await ExampleGuest.call("sgemm", "sgemm", sizes)
        #expect(answer.values == [.f64(Double(ProductExample.sum(m, n, k)))])
        #expect(answer.complaint == "")
    }

    @Test(arguments: ["sharpen", "blur", "edges"], [1, 3])
    func `convolve agrees with the definition in every sample`(_ filter: String, _ channels: Int) async throws {
        for (width, height) in [(1, 1), (7, 1), (1, 9), (35, 11)] {
            let picture = PictureExample(width: width, height: height, channels: channels)
            let answer = try await ExampleGuest.call("convolve", filter, [.number("0")], input: picture.binary)
            #expect(answer.values == [.i32(0)])
            #expect(answer.standardOutput.bytes == picture.filtered(filter).binary)
        }
    }

    @Test(arguments: [1, 3]) func `convolve writes text when asked`(_ channels: Int) async throws {
        let picture = PictureExample(width: 5, height: 4, channels: channels)
        let answer = try await ExampleGuest.call("convolve", "blur", [.number("1")], input: picture.binary)
        let words = answer.text.split(whereSeparator: \.isWhitespace)
        #expect(words.first == (channels == 1 ? "P2" : "P3"))
        #expect(words.dropFirst().compactMap { Int($0) } == picture.filtered("blur").numbers)
    }

    @Test(arguments: [
        "", "P", "P2 1 1 255 0", "P5", "P5 0 1 255 a", "P5 1 1 65535 aa", "P5 1 1 255", "P5 1 1 255 ", "P5 2 2 255 abc",
        "P5 4294967297 1 255 a", "P5 16384 16384 255 a", "P6 1 1 255 ab", "P51 1 1 a", "P5 1x1 255 a", "P5 #",
    ])
    func `convolve refuses what is not a picture, and says why`(_ input: String) async throws {
        let answer = try await ExampleGuest.call("convolve", "blur", [.number("0")], input: Array(input.utf8))
        #expect(answer.values == [.i32(1)])
        #expect(answer.text == "")
        #expect(answer.complaint.hasSuffix("\n"))
    }
}
