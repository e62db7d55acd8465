/// Why a command did not do what it was asked: the error of this room, printed once, by the root command.
struct CommandError: Error, Sendable, Equatable {
    /// What kind of failure it is, and so the exit status; open to new values.
    struct Code: Sendable, Hashable {
        let name: String
        let exitStatus: Int32

        /// The command could not do its work.
        static let failure = Code(name: "failure", exitStatus: 1)
        /// A file, an argument or a value is not acceptable.
        static let badInput = Code(name: "bad_input", exitStatus: 2)
        /// The server does not know the route, the method or the feature.
        static let notOffered = Code(name: "not_offered", exitStatus: 3)
        /// The guest trapped, exited with a code other than 0, or ran out of time.
        static let guestFailed = Code(name: "guest_failed", exitStatus: 4)
    }

    let code: Code
    /// The kind in the words of the HTTP API, which local failures share.
    let kind: String
    let message: String
    /// The server's id of the request, when there was one.
    var requestID: String?
    /// What is known of the guest's fault.
    var fault: GuestFault?

    init(
        _ code: Code, kind: String, _ message: String, requestID: String? = nil, fault: GuestFault? = nil
    ) {
        self.code = code
        self.kind = kind
        self.message = message
        self.requestID = requestID
        self.fault = fault
    }

    /// What was printed did not arrive, for example on a full disk.
    static let outputFailed = CommandError(.failure, kind: "output_failed", "standard output could not be written")

    static func badInput(_ message: String) -> CommandError { CommandError(.badInput, kind: "bad_input", message) }
}

extension CommandError: CustomStringConvertible {
    /// `kind: message (request id …)`, and a guest's trap and frames on lines of their own.
    var description: String {
        var text = "\(kind): \(message)"
        if let requestID { text += " (request id \(requestID))" }
        if let fault { text += fault.lines.map { "\n  \($0)" }.joined() }
        return text
    }

    /// The error envelope of the HTTP API.
    var json: JSONValue {
        var members: [(String, JSONValue)] = [("kind", .string(kind)), ("message", .string(message))]
        if let requestID { members.append(("request_id", .string(requestID))) }
        if let fault { members += fault.members }
        return .object([("error", .object(members))])
    }
}
