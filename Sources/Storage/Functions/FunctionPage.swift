/// A part of a listing of functions.
public struct FunctionPage: Sendable, Equatable {
    /// The functions in the order of their creation, the oldest first.
    public var functions: [FunctionRecord]

    /// What to pass to get the functions after these; nil when there are none now.
    public var nextCursor: String?

    /// Makes a page of its parts.
    public init(functions: [FunctionRecord], nextCursor: String?) {
        self.functions = functions
        self.nextCursor = nextCursor
    }
}
