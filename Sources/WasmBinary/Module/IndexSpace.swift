/// The things of a module that are named by their index. In each, imported ones come first.
public enum IndexSpace: Sendable, Hashable, CaseIterable {
    /// Types, those inside recursion groups counted one by one.
    case type
    /// Functions.
    case function
    /// Tables.
    case table
    /// Memories.
    case memory
    /// Tags.
    case tag
    /// Globals.
    case global
    /// Element segments.
    case element
    /// Data segments.
    case data
}
