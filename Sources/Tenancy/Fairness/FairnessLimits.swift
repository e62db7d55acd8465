/// The bounds on fair queueing.
public enum FairnessLimits {
    /// The weights that a tenant may have; what is outside counts as the nearest of them.
    public static let weights = 1...1_000

    /// The weight of a tenant that none was given to.
    public static let defaultWeight = 1

    /// Tenants that a queue remembers although nothing of theirs waits, so that leaving and coming back gains nothing.
    static let absentTenants = 1_024
}
