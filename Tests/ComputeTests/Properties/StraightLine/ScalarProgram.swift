import TestSupport

/// Instructions one after the other, which every thread executes on values of its own.
struct ScalarProgram {
    var instructions: [ScalarInstruction]
    let blocks: Int
    let threads: Int
    /// The registers of every thread before the first instruction.
    let inputs: [ScalarThread]

    private static let bag = FormFamily.allCases.flatMap { Array(repeating: $0.forms, count: $0.weight) }

    /// A random program.
    /// - Parameter forms: all of them, one after the other; `nil` for 5 to 40 random ones.
    init(seed: Int, forms: ArraySlice<ScalarForm>? = nil) {
        var generator = SeededGenerator(seed: seed)
        func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
        // Mostly few threads; now and then more than one gang of 256.
        threads = forms != nil ? 160 : below(6) == 0 ? 1 + below(300) : 1 + below(48)
        blocks = forms != nil ? 1 : 1 + below(4) / 3
        var values = InterestingBits(generator: generator)
        inputs = (0..<threads * blocks).map { _ in
            values.isSpecial = Int.random(in: 0..<4, using: &values.generator) == 0
            return ScalarThread(words: ScalarThread.slots.map { values.next($0.kind) })
        }
        values.isSpecial = false
        let length = Int.random(in: 5...40, using: &values.generator)
        let chosen =
            forms.map(Array.init)
            ?? (0..<length).compactMap { _ in
                Self.bag.randomElement(using: &values.generator)?.randomElement(using: &values.generator)
            }
        instructions = chosen.map { ScalarInstruction($0, &values) }
    }

    /// The registers of every thread after the last instruction.
    func evaluated() -> [ScalarThread] {
        inputs.map { input in
            var thread = input
            for instruction in instructions { instruction.run(&thread) }
            return thread
        }
    }

    /// The same without one instruction.
    func without(_ index: Int) -> ScalarProgram {
        var program = self
        program.instructions.remove(at: index)
        return program
    }
}

extension ScalarInstruction {
    /// The form with random operands.
    init(_ form: ScalarForm, _ values: inout InterestingBits) {
        func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &values.generator) }
        var results: [Int?] = []
        for kind in form.results {
            // Two results go to different registers, or it would be open which one stays; beyond the last one lies `_`.
            let used = zip(form.results, results).compactMap { $0 == kind ? $1 : nil }
            let free = (0..<kind.count).filter { !used.contains($0) }
            let isDropped = form.results.count > 1 && (free.isEmpty || below(8) == 0)
            results.append(isDropped ? nil : free.randomElement(using: &values.generator))
        }
        self.init(
            form: form, results: results,
            sources: form.sources.map { source in
                switch source {
                case .register(let kind): .register(kind, below(kind.count))
                case .value(let kind):
                    below(5) == 0 ? .constant(kind, values.next(kind)) : .register(kind, below(kind.count))
                case .predicate:
                    below(3) == 0
                        ? .complement(below(RegisterKind.pred.count)) : .register(.pred, below(RegisterKind.pred.count))
                case .byte: .constant(.b32, UInt64(below(256)))
                }
            },
            guardian: below(4) == 0 ? (below(RegisterKind.pred.count), below(2) == 0) : nil)
    }
}
