/// How a user names a function: by its id or by its name.
enum FunctionReference: Sendable, Equatable {
    case id(String)
    case name(String)

    /// A UUID is an id; anything else is a name.
    init(_ text: String) {
        self = RecordID(argument: text).map { .id($0.text) } ?? .name(text)
    }
}
