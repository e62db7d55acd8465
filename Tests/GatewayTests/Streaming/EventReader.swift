/// Takes a body apart into server-sent events, by the steps that the HTML standard (section 9.2.6) has for browsers.
///
/// Written apart from the server's writer, so that it does not share its mistakes.
struct EventReader {
    struct Event: Equatable {
        var name = ""
        var data = ""
    }

    private(set) var events: [Event] = []
    private(set) var comments: [String] = []

    init(_ body: [UInt8]) {
        // In a Swift string CR LF is one character.
        let text = String(decoding: body, as: UTF8.self).unicodeScalars
        var lines: [String] = []
        var line = ""
        var last: Unicode.Scalar?
        for scalar in text {
            switch scalar {
            case "\n" where last == "\r": break
            case "\n", "\r":
                lines.append(line)
                line = ""
            default: line.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        // What comes after the last end of a line is not complete, and is dropped.
        var event = Event()
        for line in lines { read(line, &event) }
    }

    private mutating func read(_ line: String, _ event: inout Event) {
        if line.isEmpty {
            if !event.data.isEmpty {
                event.data.unicodeScalars.removeLast()
                events.append(event)
            }
            event = Event()
            return
        }
        if line.hasPrefix(":") { return comments.append(String(line.dropFirst())) }
        let scalars = line.unicodeScalars
        let colon = scalars.firstIndex(of: ":") ?? scalars.endIndex
        let field = String(scalars[..<colon])
        var value = colon < scalars.endIndex ? scalars[scalars.index(after: colon)...] : scalars[colon...]
        if value.first == " " { value = value.dropFirst() }
        switch field {
        case "event": event.name = String(value)
        case "data":
            event.data.unicodeScalars.append(contentsOf: value)
            event.data.unicodeScalars.append("\n")
        default: break
        }
    }

    /// The data of the events `chunk`, joined.
    var text: String { events.filter { $0.name == "chunk" }.map(\.data).joined() }
}
