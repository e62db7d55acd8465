/// Locals of one type, one after the other.
public struct LocalRun: Sendable, Hashable {
    /// How many.
    public var count: UInt32
    /// Their type.
    public var type: ValueType

    /// A run of locals.
    public init(_ count: UInt32, _ type: ValueType) {
        self.count = count
        self.type = type
    }
}
