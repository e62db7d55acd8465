/// A global that a module defines.
public struct Global: Sendable, Hashable {
    /// What it holds.
    public var type: GlobalType
    /// Its value at first.
    public var initial: ConstantExpression

    /// A global.
    public init(_ type: GlobalType, initial: ConstantExpression) {
        self.type = type
        self.initial = initial
    }
}

extension ByteReader {
    mutating func global() throws(BinaryError) -> Global {
        let type = try globalType()
        return Global(type, initial: try constantExpression())
    }
}

extension ByteWriter {
    mutating func global(_ global: Global) {
        globalType(global.type)
        constantExpression(global.initial)
    }
}
