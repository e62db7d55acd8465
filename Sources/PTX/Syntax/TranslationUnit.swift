/// A whole PTX text as a syntax tree.
public struct TranslationUnit: Sendable, Equatable {
    /// The language version of a text: `.version 8.8`.
    public struct Version: Sendable, Equatable, Comparable {
        /// The number before the dot.
        public var major: Int
        /// The number after it.
        public var minor: Int

        /// Version `major.minor`.
        public init(_ major: Int, _ minor: Int) {
            self.major = major
            self.minor = minor
        }

        /// Older versions are smaller.
        public static func < (left: Version, right: Version) -> Bool {
            (left.major, left.minor) < (right.major, right.minor)
        }
    }

    /// Something at the outermost level of a text.
    public enum Item: Sendable, Equatable {
        case variable(Variable)
        case function(Function)
        /// `.file 1 "name"`: the words after the directive; strings keep their quotes.
        case file([String], SourceSpan)
        /// `.section .debug_info { … }`: its name and its raw words.
        case section(String, [String], SourceSpan)
        /// `.pragma "…";`
        case pragma([String], SourceSpan)
        /// `.alias a, b;`
        case alias(String, String, SourceSpan)
    }

    /// The language version.
    public var version: Version
    /// The names after `.target`: an architecture, then options.
    public var targets: [String]
    /// Bits of an address: 32 or 64.
    public var addressSize: Int
    /// Everything after the three directives, in order.
    public var items: [Item]
    /// Where `.version` and `.target` stand.
    public var versionSpan: SourceSpan
    /// Where `.target` stands.
    public var targetSpan: SourceSpan

    /// A text of these parts.
    public init(
        version: Version, targets: [String], addressSize: Int, items: [Item], versionSpan: SourceSpan = SourceSpan(),
        targetSpan: SourceSpan = SourceSpan()
    ) {
        self.version = version
        self.targets = targets
        self.addressSize = addressSize
        self.items = items
        self.versionSpan = versionSpan
        self.targetSpan = targetSpan
    }
}
