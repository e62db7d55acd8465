@testable import WasmBinary

extension SeededModules {
    mutating func heapType() -> HeapType {
        chance() ? .abstract(pick(AbstractHeapType.allCases)) : .defined(index())
    }

    mutating func referenceType() -> ReferenceType { ReferenceType(heapType(), isNullable: chance()) }

    mutating func valueType() -> ValueType {
        pick([.i32, .i64, .f32, .f64, .v128, .reference(referenceType()), .reference(.function)])
    }

    mutating func blockType() -> BlockType { pick([.empty, .value(valueType()), .type(index())]) }

    mutating func fieldType() -> FieldType {
        FieldType(pick([.i8, .i16, .value(valueType())]), isMutable: chance())
    }

    mutating func subType() -> SubType {
        let function = FunctionType(parameters: list(3) { $0.valueType() }, results: list(2) { $0.valueType() })
        let fields = list(3) { $0.fieldType() }
        let composites: [CompositeType] = [.function(function), .structure(fields), .array(fieldType())]
        return SubType(pick(composites), supertypes: chance() ? [] : [index()], isFinal: chance())
    }

    mutating func sizeLimits(wide: Bool) -> SizeLimits {
        func size(_ value: UInt64) -> UInt64 { wide ? value : value & 0xFFFF_FFFF }
        return SizeLimits(minimum: size(number()), maximum: chance() ? size(number()) : nil)
    }

    mutating func tableType() -> TableType {
        let wide = chance()
        return TableType(referenceType(), limits: sizeLimits(wide: wide), is64Bit: wide)
    }

    mutating func memoryType() -> MemoryType {
        let wide = chance()
        return MemoryType(
            limits: sizeLimits(wide: wide), is64Bit: wide, isShared: chance(),
            pageSizeLogarithm: chance() ? index() % 65 : nil)
    }

    mutating func globalType() -> GlobalType { GlobalType(valueType(), isMutable: chance()) }

    mutating func importItem() -> Import.Item {
        pick([
            .function(type: index()), .table(tableType()), .memory(memoryType()), .global(globalType()),
            .tag(type: index()),
        ])
    }

    mutating func constant() -> ConstantExpression {
        pick([
            .i32(Int32(truncatingIfNeeded: number())), .i64(Int64(bitPattern: number())), .null(heapType()),
            .function(index()), .global(index()), ConstantExpression([]),
            ConstantExpression([.i32Const(1), .i32Const(2), Instruction(.i32Add)]),
        ])
    }

    mutating func elementSegment() -> ElementSegment {
        let mode: ElementSegment.Mode = pick([
            .passive, .declarative, .active(table: chance() ? 0 : index(), offset: constant()),
        ])
        return ElementSegment(
            mode,
            pick([
                .functions(list(5) { $0.index() }), .expressions(referenceType(), list(3) { $0.constant() }),
                .expressions(.function, list(3) { $0.constant() }),
            ]))
    }

    mutating func dataSegment() -> DataSegment {
        DataSegment(pick([.passive, .active(memory: chance() ? 0 : index(), offset: constant())]), bytes()[...])
    }

    mutating func memoryArgument() -> MemoryArgument {
        MemoryArgument(
            offset: number(), alignmentLogarithm: UInt8(index() % 64), memory: chance() ? 0 : index())
    }

    mutating func clause() -> TryTable.Catch {
        TryTable.Catch(tag: chance() ? index() : nil, takesReference: chance(), label: index())
    }
}
