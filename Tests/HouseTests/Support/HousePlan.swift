import Testing

/// The table of rooms in `docs/ARCHITECTURE.md`: what each may import.
struct HousePlan {
    struct Room {
        let name: String
        let rooms: Set<String>
        let libraries: Set<String>
    }

    /// From the top of the house to its bottom.
    let rooms: [Room]

    /// Modules of the toolchain, which every room may import.
    static let toolchain: Set<String> = ["Dispatch", "Glibc", "Swift", "Synchronization"]

    init() throws {
        let text = try SourceTree.text(of: "docs/ARCHITECTURE.md")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let header = try #require(lines.firstIndex { $0.hasPrefix("| Room | May import |") }, "the table of rooms")
        rooms = lines[(header + 2)...].prefix { $0.hasPrefix("|") }.map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map(Self.names)
            return Room(name: cells[0].first ?? "", rooms: Set(cells[1]), libraries: Set(cells[2]))
        }
    }

    func room(named name: String) -> Room? { rooms.first { $0.name == name } }

    /// The names in backticks.
    private static func names(in cell: Substring) -> [String] {
        cell.matches(of: /`([^`]+)`/).map { String($0.1) }
    }
}
