/// Where `br_table` goes.
public struct BranchTable: Sendable, Hashable {
    /// The labels for 0, 1, 2, …
    public var targets: [UInt32]
    /// The label for every other index.
    public var fallback: UInt32

    /// A table of labels.
    public init(targets: [UInt32], fallback: UInt32) {
        self.targets = targets
        self.fallback = fallback
    }
}
