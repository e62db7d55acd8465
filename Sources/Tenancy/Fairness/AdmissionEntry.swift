/// What is known of a call that runs or waits.
struct AdmissionEntry: Sendable {
    let tenant: TenantID
    let memoryBytes: Int
    var isWaiting: Bool
}
