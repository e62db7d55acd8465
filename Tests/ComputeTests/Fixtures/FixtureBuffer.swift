/// A buffer argument: its content before the launch, and what is known of it afterwards.
struct FixtureBuffer: Decodable, Sendable {
    let type: FixtureType
    let count: Int
    let fill: FixtureFill
    let expected: [FixtureSpan]?
    /// Whether what the launch leaves outside the spans does not matter. Otherwise it must be as before.
    let scratch: Bool?

    /// Compares the content after a launch.
    func compare(_ bytes: [UInt8], before: [UInt8], data: [UInt8], into outcome: inout FixtureOutcome) throws {
        guard bytes.count == before.count else {
            return outcome.fault("the buffer has \(bytes.count) bytes instead of \(before.count)")
        }
        var isKnown = [Bool](repeating: false, count: count)
        for span in expected ?? [] {
            guard span.start >= 0, span.start + span.count <= count, span.offset >= 0,
                span.offset + span.count * type.width <= data.count
            else { throw FixtureFault.missingData("elements \(span.start) to \(span.start + span.count)") }
            for index in 0..<span.count {
                isKnown[span.start + index] = true
                let found = Self.bits(in: bytes, at: (span.start + index) * type.width, width: type.width)
                let wanted = Self.bits(in: data, at: span.offset + index * type.width, width: type.width)
                outcome.compare(found, wanted, type: type, span: span, index: span.start + index)
            }
        }
        guard scratch != true else { return }
        for index in 0..<count where !isKnown[index] {
            let place = index * type.width
            if bytes[place..<(place + type.width)] != before[place..<(place + type.width)] {
                outcome.fault("element \(index) was written, which nothing should")
            }
        }
    }

    private static func bits(in bytes: [UInt8], at place: Int, width: Int) -> UInt64 {
        var bits: UInt64 = 0
        for byte in 0..<width { bits |= UInt64(bytes[place + byte]) << UInt64(8 * byte) }
        return bits
    }
}
