/// The labels that are visible at one point of a function, across nested scopes, and where they stand.
///
/// Labels of a block are known from its start, so that branches can go forward.
struct LabelTable {
    /// What a label names.
    enum Target {
        /// A place in the code, an index of ``positions``.
        case place(Int)
        /// An index of ``FunctionDraft/branchTargets``.
        case branchTargets(Int)
        /// Something else that a label can stand before, in words.
        case other(String)

        /// The place, if it is one.
        var place: Int? {
            if case .place(let index) = self { index } else { nil }
        }
    }

    private var names: [String: (target: Target, depth: Int)] = [:]
    private var hidden: [[(String, (target: Target, depth: Int)?)]] = []
    /// For each place: the index of the instruction after it, known once that is reached.
    private(set) var positions: [Int?] = []

    /// Enters a block.
    mutating func open() { hidden.append([]) }

    /// Leaves the innermost block.
    mutating func close() {
        for (name, previous) in hidden.removeLast().reversed() { names[name] = previous }
    }

    /// Whether the innermost block has that label.
    func declares(_ name: String) -> Bool { names[name].map { $0.depth == hidden.count } ?? false }

    /// Declares a place in the innermost block; false if the block has the label already.
    mutating func declarePlace(_ name: String) -> Bool {
        guard declare(name, .place(positions.count)) else { return false }
        positions.append(nil)
        return true
    }

    /// Declares a label in the innermost block; false if the block has it already.
    mutating func declare(_ name: String, _ target: Target) -> Bool {
        if declares(name) { return false }
        hidden[hidden.count - 1].append((name, names[name]))
        names[name] = (target, hidden.count)
        return true
    }

    /// What the label names.
    func find(_ name: String) -> Target? { names[name]?.target }

    /// Notes that the label is reached before the instruction of that index; false if it was reached before.
    mutating func place(_ name: String, at instruction: Int) -> Bool {
        guard case .place(let index) = names[name]?.target, positions[index] == nil else { return false }
        positions[index] = instruction
        return true
    }
}
