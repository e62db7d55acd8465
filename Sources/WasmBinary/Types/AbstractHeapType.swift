/// The heap types that need no definition, with the byte that stands for each.
public enum AbstractHeapType: UInt8, Sendable, Hashable, CaseIterable {
    /// References to any function.
    case function = 0x70
    /// References of the host's.
    case external = 0x6F
    /// Every collected reference.
    case any = 0x6E
    /// References that can be compared.
    case equatable = 0x6D
    /// Unboxed integers of 31 bits.
    case i31 = 0x6C
    /// References to any structure.
    case structure = 0x6B
    /// References to any array.
    case array = 0x6A
    /// References to exceptions.
    case exception = 0x69
    /// The bottom of ``any``.
    case none = 0x71
    /// The bottom of ``external``.
    case noExternal = 0x72
    /// The bottom of ``function``.
    case noFunction = 0x73
    /// The bottom of ``exception``.
    case noException = 0x74
}
