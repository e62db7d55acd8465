/// A block that catches exceptions.
public struct TryTable: Sendable, Hashable {
    /// One clause: what is caught, and where it goes.
    public struct Catch: Sendable, Hashable {
        /// The tag; nil catches every exception.
        public var tag: UInt32?
        /// Whether the exception itself is handed on.
        public var takesReference: Bool
        /// The label.
        public var label: UInt32

        /// A clause.
        public init(tag: UInt32?, takesReference: Bool = false, label: UInt32) {
            self.tag = tag
            self.takesReference = takesReference
            self.label = label
        }
    }

    /// The clauses, tried first to last.
    public var catches: [Catch]
    /// What the block takes and leaves.
    public var type: BlockType

    /// A block with its clauses.
    public init(_ type: BlockType, catches: [Catch]) {
        self.type = type
        self.catches = catches
    }
}

extension ByteReader {
    mutating func tryTable() throws(BinaryError) -> TryTable {
        let type = try blockType()
        return TryTable(
            type,
            catches: try list(of: "catch clauses", limit: limits.catches, bytesEach: 2) {
                (reader) throws(BinaryError) in try reader.catchClause()
            })
    }

    private mutating func catchClause() throws(BinaryError) -> TryTable.Catch {
        let start = position
        let code = try byte()
        guard code < 4 else { throw fault(.malformed, "malformed catch clause", at: start) }
        let tag = code < 2 ? try unsigned32() : nil
        return TryTable.Catch(tag: tag, takesReference: code & 1 != 0, label: try unsigned32())
    }
}

extension ByteWriter {
    mutating func tryTable(_ block: TryTable) {
        blockType(block.type)
        list(block.catches) { writer, clause in
            writer.append((clause.tag == nil ? 2 : 0) | (clause.takesReference ? 1 : 0))
            if let tag = clause.tag { writer.index(tag) }
            writer.index(clause.label)
        }
    }
}
