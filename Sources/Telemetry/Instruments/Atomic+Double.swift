import Synchronization

extension Atomic where Value == Double {
    /// Adds without losing a concurrent addition; hardware has no atomic addition for floating point.
    func addRelaxed(_ amount: Double) {
        var current = load(ordering: .relaxed)
        while true {
            let (exchanged, original) = weakCompareExchange(
                expected: current,
                desired: current + amount,
                ordering: .relaxed
            )
            if exchanged { return }
            current = original
        }
    }
}
