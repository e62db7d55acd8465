import Tenancy

/// The bounds on key sets and on the tokens verified with them.
public enum WebTokenLimits {
    /// The longest token, in bytes: what an `Authorization` header has room for.
    public static let tokenBytes = TokenLimits.tokenBytes

    /// The largest key set, in bytes.
    public static let keySetBytes = 1 << 20

    /// The most keys of a set, those of other uses included.
    public static let keys = 64

    /// The most tenants in the claim `tenants`.
    public static let tenants = TokenLimits.tenantsPerScope

    /// The verified tokens that are remembered.
    public static let rememberedTokens = 4_096

    /// The lengths of an RSA modulus, in bytes: 2,048 to 8,192 bits. Longer ones make each verification slow.
    static let modulusBytes = 256...1_024

    /// The longest RSA exponent, in bytes.
    static let exponentBytes = 8
}
