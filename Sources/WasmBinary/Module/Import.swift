/// Something that a module gets from outside.
public struct Import: Sendable, Hashable {
    /// What it is, with its type.
    public enum Item: Sendable, Hashable {
        /// A function, by the index of its type.
        case function(type: UInt32)
        /// A table.
        case table(TableType)
        /// A memory.
        case memory(MemoryType)
        /// A global.
        case global(GlobalType)
        /// A tag, by the index of its type.
        case tag(type: UInt32)
    }

    /// The module it comes from.
    public var module: String
    /// Its name there.
    public var name: String
    /// What it is.
    public var item: Item

    /// An import.
    public init(module: String, name: String, item: Item) {
        self.module = module
        self.name = name
        self.item = item
    }
}

extension ByteReader {
    /// The imports of a section. Those of one module may share its name, those of one type the type as well (the
    /// compact import section proposal).
    mutating func imports() throws(BinaryError) -> [Import] {
        let groups = try count(of: "imports", limit: limits.imports, bytesEach: 4)
        var imports: [Import] = []
        imports.reserveCapacity(groups)
        for _ in 0..<groups { try importGroup(into: &imports) }
        return imports
    }

    private mutating func importGroup(into imports: inout [Import]) throws(BinaryError) {
        let module = try name()
        let name = try name()
        let kind = name.isEmpty ? try peek() : 0
        guard kind == Import.itemsCode || kind == Import.namesCode else {
            return try append(Import(module: module, name: name, item: try importItem()), to: &imports)
        }
        _ = try byte()
        let shared = kind == Import.namesCode ? try importItem() : nil
        let count = try count(of: "imports", limit: limits.imports)
        for _ in 0..<count {
            let name = try self.name()
            let item = if let shared { shared } else { try importItem() }
            try append(Import(module: module, name: name, item: item), to: &imports)
        }
    }

    private func append(_ item: Import, to imports: inout [Import]) throws(BinaryError) {
        guard imports.count < limits.imports else {
            throw fault(.limitExceeded, "more than \(limits.imports) imports")
        }
        imports.append(item)
    }

    private mutating func importItem() throws(BinaryError) -> Import.Item {
        let start = position
        switch ExternalKind(rawValue: try byte()) {
        case .function: return .function(type: try unsigned32())
        case .table: return .table(try tableType())
        case .memory: return .memory(try memoryType())
        case .global: return .global(try globalType())
        case .tag: return .tag(type: try tagType())
        case nil: throw fault(.malformed, "malformed import kind", at: start)
        }
    }
}

extension Import {
    /// Behind a module's name and an empty one: items with their names follow.
    static let itemsCode: UInt8 = 0x7F
    /// The same: one item follows, and the names of all that are like it.
    static let namesCode: UInt8 = 0x7E
}

extension ByteWriter {
    mutating func importItem(_ item: Import) {
        name(item.module)
        name(item.name)
        append(item.item.kind.rawValue)
        switch item.item {
        case .function(let type): index(type)
        case .table(let type): tableType(type)
        case .memory(let type): memoryType(type)
        case .global(let type): globalType(type)
        case .tag(let type): tagType(type)
        }
    }
}

extension Import.Item {
    /// What kind of thing it is.
    public var kind: ExternalKind {
        switch self {
        case .function: .function
        case .table: .table
        case .memory: .memory
        case .global: .global
        case .tag: .tag
        }
    }
}
