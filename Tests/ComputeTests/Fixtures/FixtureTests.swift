import Foundation
import Testing

/// The fixtures themselves: what the device's results are compared with.
struct FixtureTests {
    @Test func `the generator yields the words that the documentation lists`() {
        let source = SplitMix(seed: 1)
        #expect(source[0] == 0x910A_2DEC_8902_5CC1)
        #expect(source[1] == 0xBEEB_8DA1_658E_EC67)
        #expect(source[999] == 0xE718_94B1_B503_4FB7)
        #expect(SplitMix(seed: 7).below(256, at: 3) == 149)
    }

    @Test(arguments: [
        ("f32", "{\"kind\":\"signed\",\"seed\":1,\"span\":4}", [0x3F08_5168, 0x3FFB_AE34, 0x4071_2744]),
        ("f16", "{\"kind\":\"positive\",\"seed\":2,\"span\":8}", [0x44BB, 0x45FF, 0x44C4]),
        ("bf16", "{\"kind\":\"signed\",\"seed\":3,\"span\":1}", [0xBF46, 0x3ECC, 0x3E60]),
        (
            "f64", "{\"kind\":\"signed\",\"seed\":4,\"span\":8}",
            [0xBFF1_8C1C_8D1D_CC78, 0x4019_1D31_9A92_E62C, 0x4016_FBC6_7F23_9EE0]
        ),
        ("s16", "{\"kind\":\"bits\",\"seed\":5,\"head\":[\"0x8000\"]}", [0x8000, 0xC097, 0x3B92]),
        ("f32", "{\"kind\":\"whole\",\"seed\":6,\"bound\":17}", [0x4080_0000, 0xBF80_0000, 0xC100_0000]),
        ("u16", "{\"kind\":\"marks\"}", [0xFDFD, 0xFDFD, 0xFDFD]),
    ])
    func `a fill makes the same bits everywhere`(_ type: String, _ fill: String, _ wanted: [UInt64]) throws {
        let type = try #require(FixtureType(rawValue: type))
        let fill = try JSONDecoder().decode(FixtureFill.self, from: Data(fill.utf8))
        let bytes = try fill.bytes(type: type, count: wanted.count)
        let expected = wanted.flatMap { bits in
            (0..<type.width).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
        }
        #expect(bytes == expected)
    }

    @Test func `every case has its texts, its data and sizes that a launch may have`() throws {
        let cases = try FixtureManifest.read().cases
        #expect(cases.count > 200)
        #expect(Set(cases.map(\.name)).count == cases.count)
        for item in cases {
            for path in item.ptx { #expect(try !FixtureManifest.bytes(of: path).isEmpty, "\(item.name)") }
            #expect(item.grid.count == 3 && item.block.count == 3 && (item.grid + item.block).allSatisfy { $0 > 0 })
            #expect(item.block.reduce(1, *) <= 1024)
            // The empty kernel leaves nothing that could be compared.
            #expect(item.knownValues > 0 || item.fails == true || item.entry == "empty", "\(item.name)")
        }
    }

    @Test func `a launch that leaves everything as it was is found out`() throws {
        struct Idle: KernelRunner {
            func run(
                ptx: [UInt8], entry: String, grid: (Int, Int, Int), block: (Int, Int, Int), sharedBytes: Int,
                arguments: [FixtureArgument]
            ) throws -> [[UInt8]] {
                arguments.compactMap { if case .buffer(let bytes) = $0 { bytes } else { nil } }
            }
        }
        for item in try FixtureManifest.read().cases where item.entry != "empty" {
            let outcome = try item.verify(item.ptx[0], on: Idle())
            #expect(!outcome.isGood, "\(item.name)")
        }
    }

    @Test func `a difference counts against its bound and not beyond it`() {
        var outcome = FixtureOutcome()
        let span = FixtureSpan(start: 0, count: 1, offset: 0, absolute: 0.5, relative: 0.25)
        outcome.compare((4.5).bitPattern, (3.0).bitPattern, type: .f64, span: span, index: 0)
        #expect(!outcome.isGood)
        outcome = FixtureOutcome()
        outcome.compare((4.25).bitPattern, (3.0).bitPattern, type: .f64, span: span, index: 0)
        #expect(outcome.isGood && outcome.largestAbsolute == 1.25 && outcome.largestShare == 1)
    }

    @Test func `without a bound zeros of either sign differ and spellings of NaN do not`() {
        let span = FixtureSpan(start: 0, count: 1, offset: 0, absolute: nil, relative: nil)
        var outcome = FixtureOutcome()
        outcome.compare(0x7FC0_0000, 0xFFFF_FFFF, type: .f32, span: span, index: 0)
        #expect(outcome.isGood)
        outcome.compare(0x8000_0000, 0, type: .f32, span: span, index: 0)
        #expect(!outcome.isGood)
    }
}

extension FixtureCase {
    fileprivate var knownValues: Int {
        arguments.reduce(0) { sum, argument in
            guard case .buffer(let buffer) = argument else { return sum }
            return sum + (buffer.expected ?? []).reduce(0) { $0 + $1.count }
        }
    }
}
