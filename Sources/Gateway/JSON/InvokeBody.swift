import Runtime

/// What the client asks for when it invokes a function: the meaning of the request body `{export, args, input}`.
public struct InvokeBody: Sendable, Equatable {
    /// The export to call, or `nil` when the client leaves the choice to the server.
    public var export: String?

    /// The arguments in order, at most ``InvokeBodyParser/maximumArguments``; not yet checked against the export.
    public var arguments: [ArgumentLiteral]

    /// The bytes the guest reads as its input, from `input` (its UTF-8) or `input_b64` (decoded).
    ///
    /// `nil` when neither field was given; an empty array when one was given and is empty.
    public var input: [UInt8]?

    /// Creates a body. The defaults are the meaning of an empty request.
    public init(export: String? = nil, arguments: [ArgumentLiteral] = [], input: [UInt8]? = nil) {
        self.export = export
        self.arguments = arguments
        self.input = input
    }
}
