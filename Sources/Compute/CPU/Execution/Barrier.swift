/// A named barrier of a block.
struct Barrier {
    /// Barriers of a block (PTX ISA: 16).
    static let count = 16

    /// Threads that wait here.
    var waiting = 0
    /// Threads that have arrived, those included that did not wait.
    var arrived = 0
    /// Threads it is for; `nil` when it is for all of the block.
    var expected: Int?
    /// Threads that came with a true predicate.
    var trueCount = 0

    /// Whether those who wait may go on.
    /// - Parameter live: threads of the block that have not exited: the others count as arrived.
    func isComplete(live: Int) -> Bool {
        guard waiting > 0 else { return false }
        if let expected { return arrived >= expected }
        return waiting == live
    }
}
