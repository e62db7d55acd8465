import Telemetry
import Testing

@Suite struct IdentifierTests {
    @Test func hexKeepsLeadingZerosAndIsLowerCase() throws {
        let trace = try #require(TraceID(high: 0x0000_0000_0000_00AB, low: 0xFFFF_0123_4567_89CD))
        #expect(trace.hex == "00000000000000abffff0123456789cd")
        #expect(try #require(SpanID(value: 0xA)).hex == "000000000000000a")
    }

    @Test func theDigitsAsBytesAreThoseOfTheText() {
        let id = RequestID()
        let bytes = id.hexDigits
        #expect(String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self) == id.hex)
        let trace = TraceID.random()
        let digits = trace.hexDigits
        #expect(String(decoding: digits.indices.map { digits[$0] }, as: UTF8.self) == trace.hex)
    }

    @Test func zeroIsNoID() {
        #expect(TraceID(high: 0, low: 0) == nil)
        #expect(TraceID(high: 0, low: 1) != nil)
        #expect(SpanID(value: 0) == nil)
    }

    @Test func idsDrawnByManyTasksAreDistinctInBothHalves() async {
        let ids = await withTaskGroup(of: [RequestID].self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<2_000).map { _ in RequestID() } }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(ids.map(\.high)).count == 16_000)
        #expect(Set(ids.map(\.low)).count == 16_000)
        #expect(ids.allSatisfy { $0.hex.utf8.count == 32 })
    }

    @Test func neighbouringIDsDifferInAboutHalfOfTheirBits() {
        let ids = (0..<1_000).map { _ in RequestID() }
        let flipped = zip(ids, ids.dropFirst()).map {
            ($0.high ^ $1.high).nonzeroBitCount + ($0.low ^ $1.low).nonzeroBitCount
        }
        let mean = Double(flipped.reduce(0, +)) / Double(flipped.count)
        #expect((60...68).contains(mean))
    }
}
