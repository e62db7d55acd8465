/// A function that a module defines.
public struct Function: Sendable, Hashable {
    /// The index of its type.
    public var type: UInt32
    /// Its body.
    public var body: FunctionBody

    /// A function.
    public init(type: UInt32, body: FunctionBody) {
        self.type = type
        self.body = body
    }

    /// A function with a body that can be changed.
    public init(type: UInt32, code: FunctionCode) { self.init(type: type, body: .decoded(code)) }
}
