/// What `br_on_cast` and `br_on_cast_fail` test, and where they go.
public struct BranchCast: Sendable, Hashable {
    /// The label.
    public var label: UInt32
    /// The type of the operand.
    public var source: ReferenceType
    /// The type it is tested for.
    public var target: ReferenceType

    /// A cast that branches.
    public init(label: UInt32, source: ReferenceType, target: ReferenceType) {
        self.label = label
        self.source = source
        self.target = target
    }
}

extension ByteReader {
    mutating func branchCast() throws(BinaryError) -> BranchCast {
        let start = position
        let flags = try byte()
        guard flags < 4 else { throw fault(.malformed, "malformed br_on_cast flags", at: start) }
        let label = try unsigned32()
        let source = ReferenceType(try heapType(), isNullable: flags & 1 != 0)
        return BranchCast(
            label: label, source: source, target: ReferenceType(try heapType(), isNullable: flags & 2 != 0))
    }
}

extension ByteWriter {
    mutating func branchCast(_ cast: BranchCast) {
        append((cast.source.isNullable ? 1 : 0) | (cast.target.isNullable ? 2 : 0))
        index(cast.label)
        heapType(cast.source.heapType)
        heapType(cast.target.heapType)
    }
}
