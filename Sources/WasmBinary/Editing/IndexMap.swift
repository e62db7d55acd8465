/// Changes indices: from the index of something before an edit to the one after it.
public typealias IndexMap = (IndexSpace, UInt32) -> UInt32

extension HeapType {
    func mapped(_ map: IndexMap) -> HeapType {
        if case .defined(let index) = self { .defined(map(.type, index)) } else { self }
    }
}

extension ReferenceType {
    func mapped(_ map: IndexMap) -> ReferenceType { ReferenceType(heapType.mapped(map), isNullable: isNullable) }
}

extension ValueType {
    func mapped(_ map: IndexMap) -> ValueType {
        if case .reference(let type) = self { .reference(type.mapped(map)) } else { self }
    }
}

extension BlockType {
    func mapped(_ map: IndexMap) -> BlockType {
        switch self {
        case .empty: self
        case .value(let type): .value(type.mapped(map))
        case .type(let index): .type(map(.type, index))
        }
    }
}

extension FieldType {
    func mapped(_ map: IndexMap) -> FieldType {
        guard case .value(let type) = storage else { return self }
        return FieldType(.value(type.mapped(map)), isMutable: isMutable)
    }
}

extension SubType {
    func mapped(_ map: IndexMap) -> SubType {
        let composite: CompositeType
        switch self.composite {
        case .function(let type):
            composite = .function(
                FunctionType(
                    parameters: type.parameters.map { $0.mapped(map) }, results: type.results.map { $0.mapped(map) }))
        case .structure(let fields): composite = .structure(fields.map { $0.mapped(map) })
        case .array(let element): composite = .array(element.mapped(map))
        }
        return SubType(composite, supertypes: supertypes.map { map(.type, $0) }, isFinal: isFinal)
    }
}
