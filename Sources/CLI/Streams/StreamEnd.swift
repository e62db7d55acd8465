/// The last event of a stream.
enum StreamEnd: Equatable, Sendable {
    case ok
    /// The reason in the words of the HTTP API, and a message for people.
    case failed(kind: String, message: String)

    /// - Returns: `nil` for an event that is not the last.
    /// - Throws: ``CommandError`` when the last event says nothing.
    init?(_ event: EventReader.Event) throws(CommandError) {
        switch event.name {
        case "done": self = .ok
        case "error":
            let data = Self.json(event.data)
            guard let reason = data["reason"]?.string else {
                throw .unexpectedAnswer("a stream ends without a reason")
            }
            self = .failed(kind: reason, message: data["message"]?.string ?? "the server gave no reason")
        default: return nil
        }
    }

    /// The data of an event as JSON, or as text when it is none.
    static func json(_ data: String) -> JSONValue { (try? JSONReader.read(Array(data.utf8))) ?? .string(data) }
}
