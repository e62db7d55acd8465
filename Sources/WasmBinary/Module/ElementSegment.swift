/// References that are put into tables, or that only declare that functions are referred to.
public struct ElementSegment: Sendable, Hashable {
    /// When it is used.
    public enum Mode: Sendable, Hashable {
        /// By `table.init`.
        case passive
        /// At instantiation.
        case active(table: UInt32, offset: ConstantExpression)
        /// Never: it declares that code refers to its functions. To `table.init` it is a dropped segment.
        case declarative
    }

    /// What it holds, as the module writes it.
    public enum Items: Sendable, Hashable {
        /// Functions, by index.
        case functions([UInt32])
        /// Expressions of one type of references.
        case expressions(ReferenceType, [ConstantExpression])
    }

    /// When it is used.
    public var mode: Mode
    /// What it holds.
    public var items: Items

    /// A segment.
    public init(_ mode: Mode, _ items: Items) {
        self.mode = mode
        self.items = items
    }

    /// How many items it holds.
    public var count: Int {
        switch items {
        case .functions(let indices): indices.count
        case .expressions(_, let expressions): expressions.count
        }
    }

    /// The type of its items.
    public var type: ReferenceType {
        switch items {
        case .functions: ReferenceType(.abstract(.function), isNullable: false)
        case .expressions(let type, _): type
        }
    }
}
