import TestSupport
import Testing

@testable import CLI

@Suite("The reader of metrics")
struct MetricsReaderTests {
    private func read(_ text: String) throws -> MetricsPage { try MetricsReader.read(Array(text.utf8)) }

    @Test("reads samples with labels, escapes, special values and times, and skips comments")
    func samples() throws {
        let page = try read(
            """
            # HELP a Help with "quotes" {and} braces.
            # TYPE a counter
            a 1
              b{} -2.5e3
            c { x="1" , y = "a\\\\b\\"c\\nd" , } +Inf 1700000000000
            c{x="2"}\tNaN

            d:e_1 0\r
            """)
        #expect(page.samples("a") == [MetricSample(labels: [:], value: 1)])
        #expect(page.sum("b") == -2_500)
        #expect(page.samples("c")[0] == MetricSample(labels: ["x": "1", "y": "a\\b\"c\nd"], value: .infinity))
        #expect(page.samples("c")[1].value.isNaN)
        #expect(page.sum("d:e_1") == 0)
        #expect(page.sum("e") == nil)
    }

    @Test(
        "names the line that is no sample",
        arguments: [
            "a", "a b", "1a 1", "a{ 1", "a{x} 1", "a{x=\"1} 1", "a{x=\"\\q\"} 1", "a{x=\"1\" y=\"2\"} 1", "a 1 b",
            "a 1 2 3",
            "a 0x10", "a infinity", "a{x=\"1\"}1x", "<html>", "a{x:y=\"1\"} 1",
        ])
    func malformed(_ line: String) {
        #expect {
            try read("ok 1\n" + line)
        } throws: {
            ($0 as? CommandError)?.message.contains("line 2 ") == true
        }
    }

    @Test("reads back what is written by the rules of the format")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 1)
        let characters = Array("ab\\\"\n{},= ä\t#")
        for _ in 0..<300 {
            var labels: [String: String] = [:]
            for index in 0..<Int.random(in: 0...3, using: &generator) {
                let length = Int.random(in: 0...6, using: &generator)
                labels["l\(index)"] = String(
                    (0..<length).map { _ in characters[Int.random(in: 0..<characters.count, using: &generator)] })
            }
            let value = Double.random(in: -1e9...1e9, using: &generator)
            let written = labels.map { name, text in
                let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
                    "\n", with: "\\n")
                return "\(name)=\"\(escaped)\""
            }
            let page = try read("m{\(written.joined(separator: ","))} \(value)\n")
            #expect(page.samples("m") == [MetricSample(labels: labels, value: value)])
        }
    }

    @Test("takes any bytes without a crash")
    func noise() {
        var generator = SeededGenerator(seed: 3)
        let alphabet = Array("a1{}=\",\\ \n#+e.".utf8) + [0xFF, 0x00]
        for _ in 0..<2_000 {
            let bytes = (0..<60).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
            _ = try? MetricsReader.read(bytes)
        }
    }
}
