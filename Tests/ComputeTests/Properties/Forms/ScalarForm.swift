/// One spelling of an instruction, what it takes, and what it does to one thread's values by the words of the PTX ISA.
struct ScalarForm: Sendable {
    /// What may stand for an operand that is read.
    enum Source: Equatable {
        /// A register or a constant.
        case value(RegisterKind)
        case register(RegisterKind)
        /// A predicate in either sense.
        case predicate
        /// A constant from 0 to 255.
        case byte
    }

    /// How operands are written.
    enum Layout {
        case list
        /// `d|q`
        case pair
        /// `{a, b}` after the destination
        case join
        /// `{d, e}` before the source
        case split
    }

    let spelling: String
    let results: [RegisterKind]
    let sources: [Source]
    var layout = Layout.list
    /// Whether the sign or payload of a NaN would show in the result, so that operands must have one that is known.
    var showsNaN = false
    let evaluate: @Sendable (inout Scalars) -> Void

    private static func source(_ kind: RegisterKind) -> Source {
        kind == .pred ? .predicate : kind.parts.isEmpty || kind == .f32 || kind == .f64 ? .value(kind) : .register(kind)
    }

    /// d = body(a)
    static func unary<A: ScalarValue, R: ScalarValue>(
        _ spelling: String, _ body: @escaping @Sendable (A) -> R
    ) -> ScalarForm {
        ScalarForm(spelling: spelling, results: [R.kind], sources: [source(A.kind)]) {
            $0.results[0] = body(A(bits: $0.sources[0])).bits
        }
    }

    /// d = body(a, b)
    static func binary<A: ScalarValue, B: ScalarValue, R: ScalarValue>(
        _ spelling: String, _ body: @escaping @Sendable (A, B) -> R
    ) -> ScalarForm {
        ScalarForm(spelling: spelling, results: [R.kind], sources: [source(A.kind), source(B.kind)]) {
            $0.results[0] = body(A(bits: $0.sources[0]), B(bits: $0.sources[1])).bits
        }
    }

    /// d = body(a, b, c)
    static func ternary<A: ScalarValue, B: ScalarValue, C: ScalarValue, R: ScalarValue>(
        _ spelling: String, _ body: @escaping @Sendable (A, B, C) -> R
    ) -> ScalarForm {
        ScalarForm(
            spelling: spelling, results: [R.kind], sources: [source(A.kind), source(B.kind), source(C.kind)]
        ) {
            let (a, b, c) = (A(bits: $0.sources[0]), B(bits: $0.sources[1]), C(bits: $0.sources[2]))
            $0.results[0] = body(a, b, c).bits
        }
    }

    /// The same with registers alone, where the assembler takes no constant.
    var withoutConstants: ScalarForm {
        let plain = sources.map { source in
            if case .value(let kind) = source { return Source.register(kind) }
            return source
        }
        return ScalarForm(
            spelling: spelling, results: results, sources: plain, layout: layout, showsNaN: showsNaN,
            evaluate: evaluate)
    }

    /// The same where a NaN's bits would show.
    var showingNaN: ScalarForm {
        var form = self
        form.showsNaN = true
        return form
    }
}

/// The values of one instruction of one thread.
struct Scalars {
    var sources: [UInt64] = [0, 0, 0, 0, 0]
    var results: [UInt64] = [0, 0, 0, 0]
    /// The condition code.
    var carry = false
}
