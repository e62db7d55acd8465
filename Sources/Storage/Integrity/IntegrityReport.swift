/// What a check of everything stored has found.
public struct IntegrityReport: Sendable, Equatable {
    /// The functions that were looked at.
    public internal(set) var functions = 0

    /// The modules that were looked for, each counted once.
    public internal(set) var modules = 0

    /// The jobs that were looked at.
    public internal(set) var jobs = 0

    /// What is wrong, for the operator: may name host paths. At most ``mostProblems``.
    public internal(set) var problems: [String] = []

    /// The number of problems after which the check ends.
    public static let mostProblems = 100

    /// Whether nothing is wrong.
    public var isSound: Bool { problems.isEmpty }

    mutating func add(_ problem: String) {
        if problems.count < Self.mostProblems { problems.append(problem) }
    }
}
