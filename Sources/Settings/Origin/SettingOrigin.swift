/// Where the value of a setting comes from. A smaller case beats a larger one.
public enum SettingOrigin: String, Sendable, CaseIterable, Comparable {
    /// A flag of the command line.
    case flag
    /// An environment variable.
    case environment
    /// The configuration file.
    case file
    /// Nothing gave a value.
    case `default`

    /// The origin in words, for messages.
    public var title: String {
        switch self {
        case .flag: "command line"
        case .environment: "environment"
        case .file: "configuration file"
        case .default: "default"
        }
    }

    private var rank: Int {
        switch self {
        case .flag: 0
        case .environment: 1
        case .file: 2
        case .default: 3
        }
    }

    /// Whether `lhs` takes precedence over `rhs`.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.rank < rhs.rank
    }
}
