/// A statement in a function's body.
public enum Statement: Sendable, Equatable {
    /// `name:`
    case label(String, SourceSpan)
    /// An instruction.
    case instruction(Instruction)
    /// `{ … }`: a scope of names.
    case block([Statement], SourceSpan)
    /// `.reg`, `.local`, `.shared`, `.param` and so on.
    case variable(Variable)
    /// `.loc file line column …`: a place in the program this text was made from; the words after the directive.
    case location([String], SourceSpan)
    /// `.pragma "…";`
    case pragma([String], SourceSpan)
    /// `name: .branchtargets a, b;` or `.calltargets`: the directive, its label and its names.
    case targets(directive: String, label: String, names: [String], SourceSpan)
    /// `name: .callprototype (…) _ (…);`
    case callPrototype(label: String, results: [Variable], parameters: [Variable], isNoReturn: Bool, SourceSpan)
}
