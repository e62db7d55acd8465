/// Reads sections into a module and keeps what must agree between them.
struct ModuleDecoder {
    private var module = WasmModule()
    /// The last section that the format knows.
    private var last: SectionKind?
    /// The last of those that had contents: an empty one leaves no trace for custom sections to stand behind.
    private var predecessor: SectionKind?
    private var functionTypes: [UInt32] = []
    private var hasCode = false
    private var dataCount: Int?
    private var typeCount = 0
    private var elementItems = 0

    mutating func readSection(_ reader: inout ByteReader) throws(BinaryError) {
        let start = reader.position
        let code = try reader.byte()
        let size = Int(try reader.unsigned32())
        guard size <= reader.remaining else {
            throw reader.fault(.unexpectedEnd, "section of \(size) bytes is cut off", at: start)
        }
        var part = try reader.part(size)
        if code == 0 { return try readCustom(&part) }
        guard let kind = SectionKind(rawValue: code) else {
            throw reader.fault(.malformed, "malformed section id", at: start)
        }
        if let last, last.rank >= kind.rank {
            throw reader.fault(.sectionOrder, "unexpected section: out of order or twice", at: start)
        }
        last = kind
        let isEmpty = try read(kind, &part)
        try part.finish("section")
        if !isEmpty { predecessor = kind }
    }

    /// The module, once all sections are read.
    func finish(_ reader: ByteReader) throws(BinaryError) -> WasmModule {
        if !hasCode && !functionTypes.isEmpty {
            throw reader.fault(.countMismatch, "function and code section have inconsistent lengths")
        }
        if let dataCount, dataCount != module.data.count {
            throw reader.fault(.countMismatch, "data count and data section have inconsistent lengths")
        }
        return module
    }

    private mutating func readCustom(_ reader: inout ByteReader) throws(BinaryError) {
        let limit = reader.limits.customSections
        guard module.customSections.count < limit else {
            throw reader.fault(.limitExceeded, "more than \(limit) custom sections")
        }
        let name = try reader.name()
        module.customSections.append(
            CustomSection(name, try reader.take(reader.remaining), behind: predecessor))
    }

    /// - Returns: Whether there was nothing in it.
    private mutating func read(_ kind: SectionKind, _ reader: inout ByteReader) throws(BinaryError) -> Bool {
        let limits = reader.limits
        switch kind {
        case .type:
            module.types = try readTypes(&reader)
            return module.types.isEmpty
        case .import:
            module.imports = try reader.imports()
            return module.imports.isEmpty
        case .function:
            functionTypes = try reader.indices(of: "functions", limit: limits.functions)
            return functionTypes.isEmpty
        case .table:
            module.tables = try reader.list(of: "tables", limit: limits.tables, bytesEach: 3) {
                (reader) throws(BinaryError) in try reader.table()
            }
            return module.tables.isEmpty
        case .memory:
            module.memories = try reader.list(of: "memories", limit: limits.memories, bytesEach: 2) {
                (reader) throws(BinaryError) in try reader.memoryType()
            }
            return module.memories.isEmpty
        case .tag:
            module.tags = try reader.list(of: "tags", limit: limits.tags, bytesEach: 2) {
                (reader) throws(BinaryError) in try reader.tagType()
            }
            return module.tags.isEmpty
        case .global:
            module.globals = try reader.list(of: "globals", limit: limits.globals, bytesEach: 3) {
                (reader) throws(BinaryError) in try reader.global()
            }
            return module.globals.isEmpty
        case .export:
            module.exports = try reader.list(of: "exports", limit: limits.exports, bytesEach: 3) {
                (reader) throws(BinaryError) in try reader.export()
            }
            return module.exports.isEmpty
        case .start:
            module.start = try reader.unsigned32()
            return false
        default: return try readSegments(kind, &reader)
        }
    }

    private mutating func readSegments(_ kind: SectionKind, _ reader: inout ByteReader) throws(BinaryError) -> Bool {
        let limits = reader.limits
        switch kind {
        case .element:
            module.elements = try readElements(&reader)
            return module.elements.isEmpty
        case .dataCount:
            dataCount = Int(try reader.unsigned32())
            module.declaresDataCount = true
            return false
        case .code:
            try readCode(&reader)
            return module.functions.isEmpty
        default:
            module.data = try reader.list(of: "data segments", limit: limits.dataSegments, bytesEach: 2) {
                (reader) throws(BinaryError) in try reader.dataSegment()
            }
            return module.data.isEmpty
        }
    }

    /// Groups may hold any number of types, none included: both counts are bounded.
    private mutating func readTypes(_ reader: inout ByteReader) throws(BinaryError) -> [RecursionGroup] {
        let limit = reader.limits.types
        var total = 0
        return try reader.list(of: "types", limit: limit, bytesEach: 2) { (reader) throws(BinaryError) in
            let start = reader.position
            let group = try reader.recursionGroup(limit: limit - total)
            total += group.types.count
            guard total <= limit else { throw reader.fault(.limitExceeded, "more than \(limit) types", at: start) }
            return group
        }
    }

    private func readElements(_ reader: inout ByteReader) throws(BinaryError) -> [ElementSegment] {
        var left = reader.limits.elementItems
        return try reader.list(of: "element segments", limit: reader.limits.elementSegments, bytesEach: 2) {
            (reader) throws(BinaryError) in
            let segment = try reader.elementSegment(limit: left)
            left -= segment.count
            return segment
        }
    }

    private mutating func readCode(_ reader: inout ByteReader) throws(BinaryError) {
        let start = reader.position
        hasCode = true
        let count = try reader.count(of: "functions", limit: reader.limits.functions)
        guard count == functionTypes.count else {
            throw reader.fault(.countMismatch, "function and code section have inconsistent lengths", at: start)
        }
        module.functions.reserveCapacity(count)
        for type in functionTypes {
            module.functions.append(Function(type: type, body: try reader.functionBody()))
        }
    }
}
