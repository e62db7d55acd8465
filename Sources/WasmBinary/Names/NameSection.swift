/// The names that a module gives its things for people: the contents of the custom section `name` (WebAssembly 3.0,
/// "Name Section", and the extended name section proposal).
public struct NameSection: Sendable, Equatable {
    /// Names by index.
    public typealias Names = [UInt32: String]

    /// The module's name.
    public var module: String?
    /// Names of functions.
    public var functions: Names = [:]
    /// Names of locals, by function.
    public var locals: [UInt32: Names] = [:]
    /// Names of labels, by function; a label counts the blocks of its function from the front.
    public var labels: [UInt32: Names] = [:]
    /// Names of types.
    public var types: Names = [:]
    /// Names of tables.
    public var tables: Names = [:]
    /// Names of memories.
    public var memories: Names = [:]
    /// Names of globals.
    public var globals: Names = [:]
    /// Names of element segments.
    public var elements: Names = [:]
    /// Names of data segments.
    public var data: Names = [:]
    /// Names of fields, by structure type.
    public var fields: [UInt32: Names] = [:]
    /// Names of tags.
    public var tags: Names = [:]
    /// Subsections that are not known, as they are, by their number.
    public var others: [UInt8: ArraySlice<UInt8>] = [:]

    /// No names.
    public init() {}

    /// The same names under other indices.
    public func mapped(_ map: IndexMap) -> NameSection {
        var section = self
        section.functions = functions.mapped(.function, map)
        section.locals = locals.mapped(.function, map)
        section.labels = labels.mapped(.function, map)
        section.types = types.mapped(.type, map)
        section.tables = tables.mapped(.table, map)
        section.memories = memories.mapped(.memory, map)
        section.globals = globals.mapped(.global, map)
        section.elements = elements.mapped(.element, map)
        section.data = data.mapped(.data, map)
        section.fields = fields.mapped(.type, map)
        section.tags = tags.mapped(.tag, map)
        return section
    }
}

extension Dictionary where Key == UInt32 {
    fileprivate func mapped(_ space: IndexSpace, _ map: IndexMap) -> Self {
        // Two things that fall together keep one of their names.
        Dictionary(self.map { (map(space, $0.key), $0.value) }) { first, _ in first }
    }
}
