/// An operand pattern whose types, counts and state spaces are known, because the modifiers are.
struct OperandShape {
    let role: OperandPattern.Role
    /// Any one of these; empty where the role decides.
    let types: [ScalarType]
    /// Elements of the vector; 0 for a single value without braces.
    let count: Int
    let isRelaxed: Bool
    let isOptional: Bool
    /// For constants; empty when there is no limit.
    let values: [Int]
    /// For addresses; `nil` for generic ones.
    let space: StateSpace?
}

extension OperandPattern {
    /// The operand under modifiers that fill groups as `filling` says; `nil` when a type cannot be made.
    func shape(_ filling: (String) -> Modifier?) -> OperandShape? {
        var known: [ScalarType] = []
        for pattern in types {
            guard let type = pattern.type(filling) else { return nil }
            known.append(type)
        }
        let elements =
            switch count {
            case .single: 0
            case .vector(let number): number
            case .group(let name): filling(name).flatMap { Int($0.spelling.dropFirst()) } ?? 0
            }
        let place = space.flatMap { filling($0)?.stateSpace ?? StateSpace(rawValue: $0) }
        return OperandShape(
            role: role, types: known, count: elements, isRelaxed: isRelaxed, isOptional: isOptional, values: values,
            space: place)
    }
}

extension TypePattern {
    fileprivate func type(_ filling: (String) -> Modifier?) -> ScalarType? {
        switch self {
        case .fixed(let type): type
        case .group(let name): filling(name)?.scalarType
        case .widened(let name): filling(name)?.scalarType?.widened
        case .part(let name, let parts):
            filling(name)?.scalarType.flatMap { .bits($0.bitWidth / parts) }
        }
    }
}

extension ScalarType {
    /// The integer type of the same sign and twice the width.
    var widened: ScalarType? {
        switch self {
        case .u16: .u32
        case .s16: .s32
        case .u32: .u64
        case .s32: .s64
        default: nil
        }
    }

    /// The bit type of that width.
    static func bits(_ width: Int) -> ScalarType? {
        switch width {
        case 8: .b8
        case 16: .b16
        case 32: .b32
        case 64: .b64
        case 128: .b128
        default: nil
        }
    }
}
