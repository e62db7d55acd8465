/// How a stream is put into the body of an answer.
enum StreamFormat: Equatable, Sendable {
    /// Server-sent events (`text/event-stream`): chunks as text, with a word about the end.
    case events
    /// The guest's bytes and nothing else; how it ended is in a trailer.
    case bytes

    /// The format that a client asks for. Events must be named: a client that takes anything gets the bytes.
    /// - Parameter accept: the `Accept` field (RFC 9110 section 12.5.1), several lines joined by commas.
    init(accept: String?) {
        let ranges = (accept ?? "").split(separator: ",").map(MediaRange.init)
        let events = ranges.first { $0.name == "text/event-stream" }?.weight ?? 0
        let bytes = ranges.first { $0.name == "application/octet-stream" }?.weight ?? 0
        self = events > 0 && events >= bytes ? .events : .bytes
    }

    /// The `Content-Type` of the answer.
    var contentType: String {
        switch self {
        case .events: "text/event-stream"
        case .bytes: "application/octet-stream"
        }
    }

    private struct MediaRange {
        let name: String
        /// From 0, not acceptable, to 1.
        let weight: Double

        init(_ text: Substring) {
            let parts = text.split(separator: ";").map { $0.lowercased().trimming(while: \.isWhitespace) }
            name = String(parts.first ?? "")
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
            // A weight that is not one counts as none given, as the client wants the type it names.
            weight = quality.flatMap { Double($0.dropFirst(2)) }.map { min(max($0, 0), 1) } ?? 1
        }
    }
}
