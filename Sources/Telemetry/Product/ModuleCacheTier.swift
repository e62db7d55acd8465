/// The values of the label `tier`: what answered the request for a compiled module.
public enum ModuleCacheTier: Int, Sendable, CaseIterable {
    /// The module was loaded already.
    case memory
    /// Its compiled image lay on the disk.
    case disk
    /// It had to be compiled: a miss of both.
    case compile

    /// The label's value.
    public var text: String {
        switch self {
        case .memory: "memory"
        case .disk: "disk"
        case .compile: "compile"
        }
    }

    static var domain: LabelDomain {
        LabelDomain("tier", values: allCases.map(\.text))
    }
}
