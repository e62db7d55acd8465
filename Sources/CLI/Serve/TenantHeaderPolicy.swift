import ArgumentParser

/// Whether a call must name its tenant.
enum TenantHeaderPolicy: String, ExpressibleByArgument, CaseIterable {
    /// A call that names none acts for tenant 0.
    case optional
    /// A call that names none is refused.
    case required
}
