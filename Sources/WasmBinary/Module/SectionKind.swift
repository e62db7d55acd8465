/// The sections that the format knows, in the order in which they must stand.
public enum SectionKind: UInt8, Sendable, Hashable, CaseIterable {
    /// Types.
    case type = 1
    /// Imports.
    case `import` = 2
    /// The types of the functions.
    case function = 3
    /// Tables.
    case table = 4
    /// Memories.
    case memory = 5
    /// Tags.
    case tag = 13
    /// Globals.
    case global = 6
    /// Exports.
    case export = 7
    /// The start function.
    case start = 8
    /// Element segments.
    case element = 9
    /// The number of data segments.
    case dataCount = 12
    /// The bodies of the functions.
    case code = 10
    /// Data segments.
    case data = 11

    /// The place in the order, from 0. It is not the number: two sections were added later.
    var rank: Int {
        switch self {
        case .type: 0
        case .import: 1
        case .function: 2
        case .table: 3
        case .memory: 4
        case .tag: 5
        case .global: 6
        case .export: 7
        case .start: 8
        case .element: 9
        case .dataCount: 10
        case .code: 11
        case .data: 12
        }
    }
}
