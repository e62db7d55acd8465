/// Where a piece of the source text stands.
///
/// Spans do not take part in comparisons: two syntax trees are equal when they say the same, wherever it stands.
public struct SourceSpan: Sendable, Equatable {
    /// First byte, counted from 0.
    public var offset: UInt32
    /// Length in bytes.
    public var length: UInt32
    /// Line of the first byte, counted from 1.
    public var line: UInt32
    /// Column of the first byte, counted in bytes from 1.
    public var column: UInt32

    /// A span of `length` bytes from `offset`, which lies at `line` and `column`.
    public init(offset: UInt32 = 0, length: UInt32 = 0, line: UInt32 = 0, column: UInt32 = 0) {
        self.offset = offset
        self.length = length
        self.line = line
        self.column = column
    }

    /// Always true, see the type.
    public static func == (left: SourceSpan, right: SourceSpan) -> Bool { true }
}
