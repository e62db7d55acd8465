import Glibc

/// How many random cases a property gets: a fixed number, or as many as fit into the time that
/// `TENSOR_WASM_FUZZ_SECONDS` gives to each property.
enum PropertyBudget {
    /// Seeds of random cases: the first `count` ones; with the variable, others, and until the time is over.
    static func seeds(_ count: Int) -> AnySequence<Int> {
        guard let text = getenv("TENSOR_WASM_FUZZ_SECONDS"), let seconds = Int(String(cString: text)), seconds > 0
        else {
            return AnySequence(1...count)
        }
        let start = time(nil)
        let end = start + seconds
        return AnySequence(sequence(first: start << 20) { time(nil) < end ? $0 + 1 : nil })
    }
}
