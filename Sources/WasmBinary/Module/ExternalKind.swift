/// The kinds of things that can be imported and exported.
public enum ExternalKind: UInt8, Sendable, Hashable, CaseIterable {
    /// A function.
    case function = 0
    /// A table.
    case table = 1
    /// A memory.
    case memory = 2
    /// A global.
    case global = 3
    /// A tag.
    case tag = 4

    /// The index space of its kind.
    public var space: IndexSpace {
        switch self {
        case .function: .function
        case .table: .table
        case .memory: .memory
        case .global: .global
        case .tag: .tag
        }
    }
}
