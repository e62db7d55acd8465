/// The bounds on tokens and on the lists that name them.
public enum TokenLimits {
    /// The longest token, in bytes.
    ///
    /// An `Authorization` header has at most 1,024 bytes, and seven of them are its scheme and the space after it.
    public static let tokenBytes = 1_017

    /// The most entries of one list or file.
    ///
    /// Each request is compared with all of them, which takes some microseconds at this number.
    public static let entries = 4_096

    /// The most tenant ids of one scope.
    public static let tenantsPerScope = 1_024

    /// The longest list or file, in bytes.
    public static let listBytes = 1 << 20

    /// The hexadecimal digits of a SHA-256.
    static let digestDigits = 64
}
