extension WasmModule {
    /// Changes every index in the module: in types, imports, initial values, segments, exports, bodies and names.
    /// The things themselves stay where they are; moving them is the caller's part.
    /// - Parameters:
    ///   - limits: What each body may cost.
    ///   - map: From the old index to the new one.
    /// - Throws: ``BinaryError`` where a body is malformed; nothing is changed then.
    /// - Complexity: O(bytes): every body is decoded.
    public mutating func mapIndices(
        limits: BinaryLimits = BinaryLimits(), _ map: IndexMap
    ) throws(BinaryError) {
        var module = self
        for place in functions.indices {
            var code = try functions[place].body.code(limits: limits)
            code.locals = code.locals.map { LocalRun($0.count, $0.type.mapped(map)) }
            code.instructions = code.instructions.map { $0.mapped(map) }
            var writer = ByteWriter()
            writer.functionCode(code)
            module.functions[place] = Function(
                type: map(.type, functions[place].type), body: .encoded(writer.joined()[...]))
        }
        module.types = types.map { RecursionGroup($0.types.map { $0.mapped(map) }) }
        module.imports = imports.map { Import(module: $0.module, name: $0.name, item: $0.item.mapped(map)) }
        module.tables = tables.map { Table($0.type.mapped(map), initial: $0.initial?.mapped(map)) }
        module.tags = tags.map { map(.type, $0) }
        module.globals = globals.map { Global($0.type.mapped(map), initial: $0.initial.mapped(map)) }
        module.exports = exports.map { Export($0.name, $0.kind, map($0.kind.space, $0.index)) }
        module.start = start.map { map(.function, $0) }
        module.elements = elements.map { $0.mapped(map) }
        module.data = data.map { $0.mapped(map) }
        if let names = try? names(limits: limits) { module.setNames(names.mapped(map)) }
        self = module
    }
}

extension ConstantExpression {
    fileprivate func mapped(_ map: IndexMap) -> ConstantExpression {
        if let single { ConstantExpression(single.mapped(map)) } else { .init(instructions.map { $0.mapped(map) }) }
    }
}

extension TableType {
    fileprivate func mapped(_ map: IndexMap) -> TableType {
        TableType(element.mapped(map), limits: limits, is64Bit: is64Bit)
    }
}

extension GlobalType {
    fileprivate func mapped(_ map: IndexMap) -> GlobalType { GlobalType(value.mapped(map), isMutable: isMutable) }
}

extension Import.Item {
    fileprivate func mapped(_ map: IndexMap) -> Import.Item {
        switch self {
        case .function(let type): .function(type: map(.type, type))
        case .table(let type): .table(type.mapped(map))
        case .memory: self
        case .global(let type): .global(type.mapped(map))
        case .tag(let type): .tag(type: map(.type, type))
        }
    }
}

extension ElementSegment {
    fileprivate func mapped(_ map: IndexMap) -> ElementSegment {
        var segment = self
        if case .active(let table, let offset) = mode {
            segment.mode = .active(table: map(.table, table), offset: offset.mapped(map))
        }
        switch items {
        case .functions(let indices): segment.items = .functions(indices.map { map(.function, $0) })
        case .expressions(let type, let expressions):
            segment.items = .expressions(type.mapped(map), expressions.map { $0.mapped(map) })
        }
        return segment
    }
}

extension DataSegment {
    fileprivate func mapped(_ map: IndexMap) -> DataSegment {
        guard case .active(let memory, let offset) = mode else { return self }
        return DataSegment(.active(memory: map(.memory, memory), offset: offset.mapped(map)), bytes)
    }
}
