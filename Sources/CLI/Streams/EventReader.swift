/// Reads server-sent events (WHATWG HTML §9.2.6) from bytes that arrive in pieces.
struct EventReader {
    /// One event: its type and its data, lines joined by newlines.
    struct Event: Equatable, Sendable {
        let name: String
        let data: String
    }

    private var line: [UInt8] = []
    private var endsWithReturn = false
    private var name = ""
    private var data: [UInt8] = []
    private var hasData = false

    /// What the next piece completes.
    /// - Throws: ``CommandError`` for an event larger than ``ClientLimits/eventBytes``.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws(CommandError) -> [Event] {
        var events: [Event] = []
        for byte in bytes {
            // A line ends with LF, CR, or both, which may come in two pieces.
            let continuesReturn = endsWithReturn && byte == 0x0A
            endsWithReturn = byte == 0x0D
            if continuesReturn { continue }
            guard byte == 0x0A || byte == 0x0D else {
                guard line.count + data.count < ClientLimits.eventBytes else {
                    throw .unexpectedAnswer("an event is larger than \(ClientLimits.eventBytes) bytes")
                }
                line.append(byte)
                continue
            }
            if let event = endLine() { events.append(event) }
        }
        return events
    }

    private mutating func endLine() -> Event? {
        defer { line.removeAll(keepingCapacity: true) }
        guard !line.isEmpty else { return endEvent() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "event": name = String(decoding: value, as: UTF8.self)
        case "data":
            if hasData { data.append(0x0A) }
            data += value
            hasData = true
        // Comments begin with a colon and so have no field name; other fields mean nothing here.
        default: break
        }
        return nil
    }

    private mutating func endEvent() -> Event? {
        defer {
            name = ""
            data.removeAll(keepingCapacity: true)
            hasData = false
        }
        guard hasData else { return nil }
        return Event(name: name.isEmpty ? "message" : name, data: String(decoding: data, as: UTF8.self))
    }
}
