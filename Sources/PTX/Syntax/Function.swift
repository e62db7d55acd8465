/// A kernel (`.entry`) or a device function (`.func`).
public struct Function: Sendable, Equatable {
    /// A directive between the parameters and the body: `.maxntid 256, 1, 1`.
    public struct Directive: Sendable, Equatable {
        /// The name without its dot.
        public var name: String
        /// Its numbers.
        public var values: [UInt64]
        /// Its strings, as of `.pragma`.
        public var texts: [String]
        /// Where it stands.
        public var span: SourceSpan

        /// A directive of these parts.
        public init(name: String, values: [UInt64] = [], texts: [String] = [], span: SourceSpan = SourceSpan()) {
            self.name = name
            self.values = values
            self.texts = texts
            self.span = span
        }
    }

    /// Who sees it.
    public var linkage: Variable.Linkage?
    /// What `.attribute(…)` says, without dots: `unified(1, 2)`.
    public var attributes: [String]
    /// Whether it is a kernel.
    public var isEntry: Bool
    /// The name.
    public var name: String
    /// Return parameters; empty for kernels.
    public var results: [Variable]
    /// Parameters in order.
    public var parameters: [Variable]
    /// Performance-tuning and other directives.
    public var directives: [Directive]
    /// The body; `nil` for a declaration.
    public var body: [Statement]?
    /// Where the name stands.
    public var span: SourceSpan

    /// A function of these parts.
    public init(
        linkage: Variable.Linkage? = nil, attributes: [String] = [], isEntry: Bool, name: String,
        results: [Variable] = [], parameters: [Variable] = [], directives: [Directive] = [], body: [Statement]?,
        span: SourceSpan = SourceSpan()
    ) {
        self.linkage = linkage
        self.attributes = attributes
        self.isEntry = isEntry
        self.name = name
        self.results = results
        self.parameters = parameters
        self.directives = directives
        self.body = body
        self.span = span
    }
}
