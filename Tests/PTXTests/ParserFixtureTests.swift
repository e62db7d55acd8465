import Testing

@testable import PTX

/// Counts made without a parser: one that skips or invents a statement does not get away with it.
struct ParserFixtureTests {
    private static let counts: [String: (instructions: Int, labels: Int)] = [
        "block_reduce": (51, 6), "gelu": (110, 4), "half": (21, 1), "histogram": (55, 8),
        "layernorm": (212, 10), "mandelbrot": (48, 3), "saxpy": (20, 1), "sgemm_tiled": (120, 5), "softmax": (99, 14),
        "transpose": (101, 8), "vector_add": (22, 1), "warp_reduce": (47, 2),
    ]

    private func bodies(_ path: String) throws -> [[Statement]] {
        try #require(PTXParser.parse(try SyntaxFixtures.bytes(path)).unit).functions.compactMap(\.body)
    }

    @Test func `every kernel of ours is counted`() {
        #expect(SyntaxFixtures.kernels == Self.counts.keys.sorted().map { "kernels/\($0).ptx" })
    }

    @Test(arguments: counts.keys.sorted())
    func `a kernel of ours has exactly its statements`(_ name: String) throws {
        let expected = try #require(Self.counts[name])
        let bodies = try bodies("kernels/\(name).ptx")
        #expect(bodies.reduce(0) { $0 + $1.instructions.count } == expected.instructions)
        #expect(bodies.reduce(0) { $0 + $1.labelCount } == expected.labels)
    }

    @Test func `every file of the corpus has exactly its statements`() throws {
        let statistics = try SyntaxFixtures.statistics()
        #expect(statistics.count > 100)
        for path in SyntaxFixtures.corpus { #expect(statistics[path] != nil, "\(path) is not counted") }
        for (path, expected) in statistics {
            let unit = try #require(PTXParser.parse(try SyntaxFixtures.bytes(path)).unit)
            let bodies = unit.functions.compactMap(\.body)
            #expect(unit.functions.count(where: \.isEntry) == expected.entries, "\(path)")
            #expect(bodies.reduce(0) { $0 + $1.instructions.count } == expected.instructions, "\(path)")
            #expect(bodies.reduce(0) { $0 + $1.labelCount } == expected.labels, "\(path)")
        }
    }
}
