import WasmEngine

/// How a guest failed, told the same for a local call and for a server's answer.
struct GuestFault: Sendable, Equatable {
    struct Frame: Sendable, Equatable {
        let function: String
        /// The byte in the module, as the server or the engine wrote it; absent when it is not known.
        let offset: String?

        var line: String { "  at \(function)" + (offset.map { " (byte \($0))" } ?? "") }
    }

    /// The trap's name, absent when the guest exited.
    var trap: String?
    /// Innermost first.
    var frames: [Frame] = []
    var exitCode: String?

    /// - Returns: `nil` when nothing is known.
    init?(trap: String?, frames: [Frame], exitCode: String?) {
        if trap == nil, frames.isEmpty, exitCode == nil { return nil }
        self.trap = trap
        self.frames = frames
        self.exitCode = exitCode
    }

    /// - Parameter error: an object with the fields of the error envelope.
    init?(members error: JSONValue) {
        let frames = (error["frames"]?.array ?? []).map { frame in
            Frame(function: frame["function"]?.string ?? "?", offset: frame["offset"]?.number)
        }
        self.init(trap: error["trap"]?.string, frames: frames, exitCode: error["exit_code"]?.number)
    }

    init(_ trap: Trap) {
        self.trap = trap.kind.rawValue
        frames = trap.frames.map { Frame(function: $0.function, offset: $0.offset.map(String.init)) }
    }

    init(exitCode: Int32) { self.exitCode = "\(exitCode)" }

    /// For people.
    var lines: [String] {
        (trap.map { ["trap: \($0)"] } ?? [])
            + frames.map(\.line)
            + (exitCode.map { ["exit code: \($0)"] } ?? [])
    }

    /// The fields of the error envelope.
    var members: [(String, JSONValue)] {
        var members: [(String, JSONValue)] = []
        if let trap { members.append(("trap", .string(trap))) }
        if !frames.isEmpty {
            let list = frames.map { frame in
                let offset = frame.offset.map { [("offset", JSONValue.number($0))] } ?? []
                return JSONValue.object([("function", .string(frame.function))] + offset)
            }
            members.append(("frames", .array(list)))
        }
        if let exitCode { members.append(("exit_code", .number(exitCode))) }
        return members
    }
}
