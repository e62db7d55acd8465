import Testing

/// Groups of instruction forms.
enum FormFamily: String, CaseIterable, CustomTestStringConvertible {
    case integers, bits, floats, halves, comparisons, conversions, moves, carries

    var forms: [ScalarForm] {
        switch self {
        case .integers: ScalarForm.integers
        case .bits: ScalarForm.bits
        case .floats: ScalarForm.floats
        case .halves: ScalarForm.halves
        case .comparisons: ScalarForm.comparisons
        case .conversions: ScalarForm.conversions
        case .moves: ScalarForm.moves
        case .carries: ScalarForm.carries
        }
    }

    /// How often it is chosen for a random program.
    var weight: Int {
        switch self {
        case .floats: 7
        case .integers, .conversions: 6
        case .bits: 5
        case .comparisons: 4
        case .halves, .moves: 3
        case .carries: 2
        }
    }

    var testDescription: String { rawValue }
}
