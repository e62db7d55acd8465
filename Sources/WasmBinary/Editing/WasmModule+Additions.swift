/// Additions at the end of an index space: no other index changes.
extension WasmModule {
    /// The index of a function type, which is added if the module has none that is equal.
    public mutating func addType(_ type: FunctionType) -> UInt32 {
        let wanted = RecursionGroup(type)
        var index = 0
        for group in types {
            if group == wanted { return UInt32(index) }
            index += group.types.count
        }
        types.append(wanted)
        return UInt32(index)
    }

    /// Adds a function and returns its index.
    public mutating func addFunction(_ type: FunctionType, _ code: FunctionCode) -> UInt32 {
        functions.append(Function(type: addType(type), code: code))
        return UInt32(importCount(of: .function) + functions.count - 1)
    }

    /// Adds a global and returns its index.
    public mutating func addGlobal(_ type: GlobalType, initial: ConstantExpression) -> UInt32 {
        globals.append(Global(type, initial: initial))
        return UInt32(importCount(of: .global) + globals.count - 1)
    }

    /// Adds a memory and returns its index.
    public mutating func addMemory(_ type: MemoryType) -> UInt32 {
        memories.append(type)
        return UInt32(importCount(of: .memory) + memories.count - 1)
    }

    /// Adds something imported and returns its index. Everything of its kind that the module defines moves by one:
    /// its uses are changed in the whole module, the name section included.
    /// - Throws: ``BinaryError`` where a body is malformed; nothing is changed then.
    /// - Complexity: O(bytes): every body is decoded.
    public mutating func addImport(
        _ item: Import, limits: BinaryLimits = BinaryLimits()
    ) throws(BinaryError) -> UInt32 {
        let space = item.item.kind.space
        let index = UInt32(importCount(of: item.item.kind))
        try mapIndices(limits: limits) { $0 == space && $1 >= index ? $1 &+ 1 : $1 }
        imports.append(item)
        return index
    }
}
