/// How a user names a function: by its id or by its name.
enum FunctionReference: Sendable, Equatable {
    case id(String)
    case name(String)

    /// A UUID is an id; anything else is a name.
    init(_ text: String) {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        let isUUID = groups.map(\.count) == [8, 4, 4, 4, 12] && groups.joined().utf8.allSatisfy(Self.isHexadecimal)
        self = isUUID ? .id(text.lowercased()) : .name(text)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
