/// What the indices of a module lead to, imported things first. It is a copy: an edit makes it stale.
public struct IndexSpaces: Sendable {
    /// The types, those inside recursion groups one by one.
    public let types: [SubType]
    /// The index of each function's type.
    public let functions: [UInt32]
    /// The tables.
    public let tables: [TableType]
    /// The memories.
    public let memories: [MemoryType]
    /// The globals.
    public let globals: [GlobalType]
    /// The index of each tag's type.
    public let tags: [UInt32]

    private let imported: [ExternalKind: Int]

    /// The index spaces of a module.
    /// - Complexity: O(definitions).
    public init(of module: WasmModule) {
        var functions: [UInt32] = []
        var tables: [TableType] = []
        var memories: [MemoryType] = []
        var globals: [GlobalType] = []
        var tags: [UInt32] = []
        for item in module.imports {
            switch item.item {
            case .function(let type): functions.append(type)
            case .table(let type): tables.append(type)
            case .memory(let type): memories.append(type)
            case .global(let type): globals.append(type)
            case .tag(let type): tags.append(type)
            }
        }
        imported = [
            .function: functions.count, .table: tables.count, .memory: memories.count, .global: globals.count,
            .tag: tags.count,
        ]
        types = module.types.flatMap(\.types)
        self.functions = functions + module.functions.map(\.type)
        self.tables = tables + module.tables.map(\.type)
        self.memories = memories + module.memories
        self.globals = globals + module.globals.map(\.type)
        self.tags = tags + module.tags
    }

    /// How many of a kind are imported.
    public func importCount(of kind: ExternalKind) -> Int { imported[kind] ?? 0 }

    /// Whether an index of a kind leads to something imported.
    public func isImported(_ kind: ExternalKind, _ index: UInt32) -> Bool { Int(index) < importCount(of: kind) }

    /// The type of a function; nil where there is none.
    public func functionType(of function: UInt32) -> FunctionType? {
        guard let type = functions.element(at: function) else { return nil }
        return types.element(at: type)?.function
    }

    /// The type of a global; nil where there is none.
    public func globalType(of global: UInt32) -> GlobalType? { globals.element(at: global) }
}

extension Array {
    /// The element that an index of the format leads to; nil where there is none.
    func element(at index: UInt32) -> Element? { Int(index) < count ? self[Int(index)] : nil }
}
