/// A table that a module defines.
public struct Table: Sendable, Hashable {
    /// What it holds, and how much.
    public var type: TableType
    /// What every element is at first; nil is null.
    public var initial: ConstantExpression?

    /// A table.
    public init(_ type: TableType, initial: ConstantExpression? = nil) {
        self.type = type
        self.initial = initial
    }
}

extension Table {
    /// In front of a table with an initial value; no type of references begins with it.
    static let initialCode: UInt8 = 0x40
}

extension ByteReader {
    mutating func table() throws(BinaryError) -> Table {
        guard try peek() == Table.initialCode else { return Table(try tableType()) }
        _ = try byte()
        let start = position
        guard try byte() == 0 else { throw fault(.malformed, "malformed table", at: start) }
        let type = try tableType()
        return Table(type, initial: try constantExpression())
    }
}

extension ByteWriter {
    mutating func table(_ table: Table) {
        guard let initial = table.initial else { return tableType(table.type) }
        append(Table.initialCode)
        append(0)
        tableType(table.type)
        constantExpression(initial)
    }
}
