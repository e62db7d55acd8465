/// What came of one launch, or of several added up.
struct FixtureOutcome: Sendable {
    private static let mostFaults = 5

    /// The first differences, in words.
    private(set) var faults: [String] = []
    private(set) var faultCount = 0
    /// How many values were compared.
    private(set) var compared = 0
    /// The largest differences where a tolerance is given; 0 where everything was equal.
    private(set) var largestAbsolute = 0.0
    private(set) var largestRelative = 0.0
    /// The largest part of its tolerance that a value used up: 1 is just allowed.
    private(set) var largestShare = 0.0

    var isGood: Bool { faultCount == 0 }

    mutating func fault(_ text: String) {
        faultCount += 1
        if faults.count < Self.mostFaults { faults.append(text) }
    }

    mutating func compare(_ found: UInt64, _ wanted: UInt64, type: FixtureType, span: FixtureSpan, index: Int) {
        compared += 1
        guard found != wanted else { return }
        let number = type.number(bits: found)
        let expected = type.number(bits: wanted)
        // NaN has many spellings, and PTX prescribes none that a processor has to know.
        if type.precision != nil, number.isNaN, expected.isNaN { return }
        let difference = (number - expected).magnitude
        if !span.isExact, difference.isFinite, span.allows(difference, from: expected) {
            largestAbsolute = max(largestAbsolute, difference)
            if expected != 0 { largestRelative = max(largestRelative, difference / expected.magnitude) }
            let allowed = (span.absolute ?? 0) + (span.relative ?? 0) * expected.magnitude
            if allowed > 0 { largestShare = max(largestShare, difference / allowed) }
            return
        }
        fault(
            "element \(index) is \(number) (0x\(String(found, radix: 16))) instead of "
                + "\(expected) (0x\(String(wanted, radix: 16)))")
    }

    mutating func add(_ other: FixtureOutcome) {
        faultCount += other.faultCount
        faults.append(contentsOf: other.faults.prefix(Self.mostFaults - faults.count))
        compared += other.compared
        largestAbsolute = max(largestAbsolute, other.largestAbsolute)
        largestRelative = max(largestRelative, other.largestRelative)
        largestShare = max(largestShare, other.largestShare)
    }
}
