/// Why a request body is not an invocation.
public struct InvokeBodyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, with what the caller needs to act on it.
    public enum Code: Sendable, Equatable {
        /// The text is not JSON (RFC 8259); `offset` is the byte at which it stops being so.
        case invalidJSON(offset: Int)
        /// The text is JSON, but something other than an object.
        case notAnObject
        /// A known field holds a value of the wrong type; `expected` is the wanted one, for people.
        case invalidField(name: String, expected: String)
        /// `args` has `count` elements, more than `limit`.
        case tooManyArguments(count: Int, limit: Int)
        /// The named field is not standard padded base64 (RFC 4648 §4).
        case invalidBase64(field: String)
        /// Both `input` and `input_b64` were given.
        case conflictingInputs
    }

    /// What is wrong.
    public let code: Code

    /// A sentence for the client's author. It quotes nothing from the request, so it is safe to send and to log.
    public let message: String

    /// The `error.kind` under which clients know this failure.
    public var kind: String {
        switch code {
        case .invalidJSON, .notAnObject, .invalidField: "invalid_json"
        case .tooManyArguments: "too_many_args"
        case .invalidBase64: "invalid_base64"
        case .conflictingInputs: "bad_request"
        }
    }

    /// The kind and the message, for logs.
    public var description: String { "\(kind): \(message)" }

    init(_ code: Code) {
        self.code = code
        self.message =
            switch code {
            case .invalidJSON(let offset): "the body is not valid JSON at byte \(offset)"
            case .notAnObject: "the body must be a JSON object"
            case .invalidField(let name, let expected): "`\(name)` must be \(expected)"
            case .tooManyArguments(let count, let limit): "`args` has \(count) elements; at most \(limit) are accepted"
            case .invalidBase64(let field): "`\(field)` is not standard padded base64"
            case .conflictingInputs: "`input` and `input_b64` cannot be given together"
            }
    }

    init(_ error: JSONSyntaxError) {
        self.code = .invalidJSON(offset: error.offset)
        self.message = "the body is not valid JSON at byte \(error.offset): \(error.reason.rawValue)"
    }
}
