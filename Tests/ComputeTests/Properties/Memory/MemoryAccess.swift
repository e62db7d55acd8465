import TestSupport

/// One load, store or atomic sum of a random program, the same instruction for all threads.
struct MemoryAccess {
    enum Action: Int { case load, store, sum }

    /// What the address is relative to.
    enum Base: Equatable {
        case window(Int)
        case buffer(Int)
        case shared
    }

    /// A type by its name, and how a load extends it.
    struct Element {
        let name: String
        let byteCount: Int
        var isSigned = false
        /// Registers of larger kinds take it as well.
        var isRelaxed = true
    }

    static let elements = [
        Element(name: "u8", byteCount: 1), Element(name: "s8", byteCount: 1, isSigned: true),
        Element(name: "b8", byteCount: 1), Element(name: "u16", byteCount: 2),
        Element(name: "s16", byteCount: 2, isSigned: true), Element(name: "b16", byteCount: 2),
        Element(name: "u32", byteCount: 4), Element(name: "s32", byteCount: 4, isSigned: true),
        Element(name: "b32", byteCount: 4), Element(name: "f32", byteCount: 4, isRelaxed: false),
        Element(name: "u64", byteCount: 8), Element(name: "b64", byteCount: 8),
        Element(name: "f64", byteCount: 8, isRelaxed: false),
    ]

    let action: Action
    let base: Base
    let element: Element
    /// 1, 2 or 4.
    let count: Int
    /// The register that a load fills, or that a store reads.
    let register: RegisterKind
    /// Written beside the register of the address.
    let constant: Int
    /// Whether the instruction names no state space.
    let isGeneric: Bool
    /// Whether all threads execute it, without a predicate.
    let isUnconditional: Bool

    var byteCount: Int { element.byteCount * count }

    init(_ action: Action, _ base: Base, _ generator: inout SeededGenerator) {
        func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
        self.action = action
        self.base = base
        var element = Self.elements[below(Self.elements.count)]
        if action == .sum { element = Self.elements[6] }
        self.element = element
        count =
            action == .sum
            ? 1 : [1, 1, 2, 4].filter { $0 * element.byteCount <= 16 }[below(element.byteCount == 8 ? 3 : 4)]
        let kinds = [RegisterKind.b16, .b32, .b64].filter {
            element.isRelaxed && action != .sum
                ? $0.bitWidth >= 8 * element.byteCount : $0.bitWidth == 8 * element.byteCount
        }
        register = kinds[below(kinds.count)]
        constant = below(2) == 0 ? 0 : below(65) - 32
        isGeneric = below(4) == 0
        isUnconditional = below(2) == 0
    }

    /// What one thread does with it.
    struct Turn {
        /// Added to the base by the thread; the instruction's constant comes on top.
        var distance: Int64
        /// Whether its predicate is true.
        var isExecuted: Bool
    }

    /// The register for one of its values.
    func register(_ value: Int, of number: Int) -> String { "%\(register.prefix)\(number)_\(value)" }

    /// The instruction.
    func text(_ number: Int) -> String {
        let space = isGeneric ? "" : base == .shared ? ".shared" : ".global"
        let vector = count == 1 ? "" : ".v\(count)"
        let names = (0..<count).map { register($0, of: number) }
        let operand = count == 1 ? names[0] : "{\(names.joined(separator: ", "))}"
        let address = "[%address\(number)\(constant == 0 ? "" : "+\(constant)")]"
        let sense = isUnconditional ? "" : "@%execute\(number) "
        switch action {
        case .load: return "\(sense)ld\(space)\(vector).\(element.name) \(operand), \(address);"
        case .store: return "\(sense)st\(space)\(vector).\(element.name) \(address), \(operand);"
        case .sum: return "\(sense)red\(space).add.u32 \(address), \(operand);"
        }
    }
}
