/// A module as it was uploaded.
public enum ModuleSource: Sendable {
    /// The binary format.
    case binary([UInt8])
    /// The text format.
    case text([UInt8])
}
