import Tenancy

/// Which of a tenant's jobs are listed.
struct JobListing: Sendable {
    let tenant: TenantID
    let status: JobStatus?
    let function: FunctionID?

    /// What a cursor of this listing is good for.
    var cursorScope: ListCursor.Scope {
        .jobs(tenant: tenant, status: status, function: function)
    }
}
