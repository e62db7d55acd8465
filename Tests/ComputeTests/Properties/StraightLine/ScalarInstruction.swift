/// One instruction of a straight-line program.
struct ScalarInstruction {
    enum Source {
        case register(RegisterKind, Int)
        case complement(Int)
        case constant(RegisterKind, UInt64)
    }

    let form: ScalarForm
    /// The number of each destination register; `nil` for `_`.
    let results: [Int?]
    let sources: [Source]
    /// A predicate, and whether the instruction is for the threads where it is false.
    let guardian: (predicate: Int, isNegated: Bool)?

    /// The lines of PTX.
    var text: String {
        var lines: [String] = []
        let condition = guardian.map { "@\($0.isNegated ? "!" : "")%p\($0.predicate) " } ?? ""
        let names = sources.enumerated().map { position, source in
            guard form.showsNaN, case .register(let kind, let number) = source, let format = kind.parts.first?.format
            else { return Self.name(source) }
            let known = "%known_\(kind.prefix)\(position)"
            let nan = Self.constant(kind, format.quietNaN)
            let type = kind.declaration
            lines.append("\(condition)setp.nan.\(kind) %known_p, \(kind.name(number)), \(kind.name(number));")
            // Constants of 16-bit floats do not exist, integers of that size do.
            lines.append("\(condition)selp.\(type) \(known), \(nan), \(kind.name(number)), %known_p;")
            return known
        }
        let targets = zip(form.results, results).map { kind, number in number.map { kind.name($0) } ?? "_" }
        let operands: String =
            switch form.layout {
            case .list: (targets + names).joined(separator: ", ")
            case .pair: "\(targets[0])|\(targets[1]), \(names.joined(separator: ", "))"
            case .join: "\(targets[0]), {\(names.joined(separator: ", "))}"
            case .split: "{\(targets.joined(separator: ", "))}, \(names[0])"
            }
        lines.append("\(condition)\(form.spelling) \(operands);")
        return lines.joined(separator: "\n    ")
    }

    private static func name(_ source: Source) -> String {
        switch source {
        case .register(let kind, let number): kind.name(number)
        case .complement(let number): "!%p\(number)"
        case .constant(let kind, let bits): constant(kind, bits)
        }
    }

    static func constant(_ kind: RegisterKind, _ bits: UInt64) -> String {
        let digits = String(bits, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: max(0, kind.bitWidth / 4 - digits.count))
        return switch kind {
        case .f32: "0f\(zeros)\(digits)"
        case .f64: "0d\(zeros)\(digits)"
        default: "0x\(digits)"
        }
    }

    /// What the instruction does to a thread.
    func run(_ thread: inout ScalarThread) {
        if let guardian, (thread[.pred, guardian.predicate] != 0) == guardian.isNegated { return }
        var scalars = Scalars()
        scalars.carry = thread.carry
        for (position, source) in sources.enumerated() {
            switch source {
            case .register(let kind, let number):
                let bits = thread[kind, number]
                let format = form.showsNaN ? kind.parts.first?.format : nil
                scalars.sources[position] = format.map { $0.isNaN(bits) ? $0.quietNaN : bits } ?? bits
            case .complement(let number): scalars.sources[position] = 1 - thread[.pred, number]
            case .constant(_, let bits): scalars.sources[position] = bits
            }
        }
        form.evaluate(&scalars)
        thread.carry = scalars.carry
        for (position, number) in results.enumerated() {
            if let number { thread[form.results[position], number] = scalars.results[position] }
        }
    }
}

/// The registers of one thread.
struct ScalarThread {
    /// Eight bytes for each register, in the order of ``slots``.
    var words: [UInt64]
    var carry = false

    /// All registers.
    static let slots: [(kind: RegisterKind, number: Int)] = RegisterKind.allCases.flatMap { kind in
        (0..<kind.count).map { (kind, $0) }
    }
    private static let starts: [Int] = RegisterKind.allCases.map { kind in
        RegisterKind.allCases.prefix(kind.rawValue).reduce(0) { $0 + $1.count }
    }

    subscript(kind: RegisterKind, number: Int) -> UInt64 {
        get { words[Self.starts[kind.rawValue] + number] }
        set { words[Self.starts[kind.rawValue] + number] = newValue }
    }
}
