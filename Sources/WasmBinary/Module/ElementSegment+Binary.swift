/// The eight forms of an element segment: three bits in front say which.
private enum ElementFlags {
    /// Passive or declarative instead of active.
    static let isNotActive: UInt32 = 1
    /// Active: the table is named. Otherwise: declarative.
    static let isExplicit: UInt32 = 2
    /// Expressions instead of function indices.
    static let hasExpressions: UInt32 = 4
}

extension ByteReader {
    /// - Parameter limit: How many items the module may still have.
    mutating func elementSegment(limit: Int) throws(BinaryError) -> ElementSegment {
        let start = position
        let flags = try unsigned32()
        guard flags < 8 else { throw fault(.malformed, "malformed elements segment kind", at: start) }
        let mode = try elementMode(flags)
        let hasType = flags & (ElementFlags.isNotActive | ElementFlags.isExplicit) != 0
        guard flags & ElementFlags.hasExpressions != 0 else {
            if hasType { try elementKind() }
            return ElementSegment(mode, .functions(try indices(of: "elements", limit: limit)))
        }
        let type = hasType ? try referenceType() : .function
        return ElementSegment(
            mode,
            .expressions(
                type,
                try list(of: "elements", limit: limit) { (reader) throws(BinaryError) in
                    try reader.constantExpression()
                }))
    }

    private mutating func elementMode(_ flags: UInt32) throws(BinaryError) -> ElementSegment.Mode {
        let isExplicit = flags & ElementFlags.isExplicit != 0
        guard flags & ElementFlags.isNotActive == 0 else { return isExplicit ? .declarative : .passive }
        let table = isExplicit ? try unsigned32() : 0
        return .active(table: table, offset: try constantExpression())
    }

    private mutating func elementKind() throws(BinaryError) {
        let start = position
        guard try byte() == 0 else { throw fault(.malformed, "malformed element kind", at: start) }
    }
}

extension ByteWriter {
    mutating func elementSegment(_ segment: ElementSegment) {
        var hasType = true
        switch segment.mode {
        case .passive: index(ElementFlags.isNotActive | segment.contentFlag)
        case .declarative: index(ElementFlags.isNotActive | ElementFlags.isExplicit | segment.contentFlag)
        case .active(let table, let offset):
            // The short forms have no place for a table or a type.
            hasType = table != 0 || !segment.fitsShortForm
            index((hasType ? ElementFlags.isExplicit : 0) | segment.contentFlag)
            if hasType { index(table) }
            constantExpression(offset)
        }
        switch segment.items {
        case .functions(let indices):
            if hasType { append(0) }
            list(indices) { $0.index($1) }
        case .expressions(let type, let expressions):
            if hasType { referenceType(type) }
            list(expressions) { $0.constantExpression($1) }
        }
    }
}

extension ElementSegment {
    fileprivate var contentFlag: UInt32 {
        if case .expressions = items { ElementFlags.hasExpressions } else { 0 }
    }

    fileprivate var fitsShortForm: Bool {
        if case .expressions(let type, _) = items { type == .function } else { true }
    }
}
