import Tenancy

/// Who makes a request, and for which tenant: authenticated, and within its scope.
struct Caller: Sendable {
    let principal: Principal
    let tenant: TenantID
}
