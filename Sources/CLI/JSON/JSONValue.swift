/// A JSON text, with its numbers as they were written and its members in their order.
///
/// Numbers stay text because an i64 does not fit a double: `9007199254740993` must reach a guest, and come back from
/// one, unchanged.
enum JSONValue: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// The number's own token (RFC 8259 §6).
    case number(String)
    case string(String)
    case array([JSONValue])
    case members([Member])

    struct Member: Sendable, Equatable {
        let name: String
        let value: JSONValue
    }

    static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .members(members.map { Member(name: $0.0, value: $0.1) })
    }

    static func integer(_ value: some FixedWidthInteger) -> JSONValue { .number("\(value)") }
}

extension JSONValue {
    /// The member of that name; the last one when it is repeated.
    subscript(name: String) -> JSONValue? {
        guard case .members(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The token of a number.
    var number: String? { if case .number(let token) = self { token } else { nil } }

    var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

    var isTrue: Bool { self == .boolean(true) }
}
