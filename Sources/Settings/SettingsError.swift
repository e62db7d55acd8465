/// Why the settings cannot be used; the start stops with it.
///
/// `description` is one line for the operator. It names the key the way it was written and where it came from, and
/// never contains the value of a secret.
public struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of mistake it is, stable for programs.
    public let code: Code
    /// The key as the operator wrote it: a variable, a dotted key of the file, or a flag. Absent for a fault of the
    /// whole file.
    public let key: String?
    /// Where the value came from. Absent when no single source is to blame.
    public let origin: SettingOrigin?
    /// What is wrong and what would be right, in one sentence.
    public let reason: String

    init(_ code: Code, key: String? = nil, origin: SettingOrigin? = nil, reason: String) {
        self.code = code
        self.key = key
        self.origin = origin
        self.reason = reason
    }

    /// Key, origin and reason as one line.
    public var description: String {
        switch (key, origin) {
        case (let key?, let origin?): "\(key) (\(origin.title)): \(reason)"
        case (let key?, nil): "\(key): \(reason)"
        case (nil, let origin?): "\(origin.title): \(reason)"
        case (nil, nil): reason
        }
    }
}

extension SettingsError {
    /// A stable identifier of the kind of mistake.
    ///
    /// It is not an enumeration, so that a new kind does not break a caller's `switch`.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The identifier, in snake case.
        public let description: String

        private init(_ description: String) {
            self.description = description
        }

        /// The text of a value does not follow its syntax.
        public static let malformedValue = Code("malformed_value")
        /// The value is well formed but outside the allowed range.
        public static let outOfRange = Code("out_of_range")
        /// A setting without a usable default was not given.
        public static let missingValue = Code("missing_value")
        /// Two settings that are each allowed contradict each other.
        public static let contradiction = Code("contradiction")
        /// The file or the command line holds a key that no setting has.
        public static let unknownKey = Code("unknown_key")
        /// A setting that protects something is set, and this version would not enforce it.
        public static let notEnforced = Code("not_enforced")
        /// The configuration file cannot be opened or read.
        public static let unreadableFile = Code("unreadable_file")
        /// The configuration file is larger than ``FixedLimits/configurationFileBytes``.
        public static let fileTooLarge = Code("file_too_large")
        /// The configuration file is not a YAML mapping of settings.
        public static let malformedFile = Code("malformed_file")
        /// The listen address is reachable from outside and plain text was not allowed there.
        public static let publicListenRefused = Code("public_listen_refused")
    }
}
