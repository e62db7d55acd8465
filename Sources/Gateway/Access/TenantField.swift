import Tenancy

/// The field `X-TensorWasm-Tenant`: for which tenant a request acts.
enum TenantField {
    /// - Parameters:
    ///   - fields: every occurrence of the field.
    ///   - isRequired: whether its absence is a fault; otherwise it means tenant 0.
    /// - Throws: `duplicate_tenant_header`, `missing_tenant` or `invalid_tenant`.
    static func read(_ fields: [String], isRequired: Bool) throws(APIError) -> TenantID {
        guard fields.count <= 1 else {
            throw APIError(.duplicateTenantHeader, "more than one X-TensorWasm-Tenant field")
        }
        guard let field = fields.first else {
            guard !isRequired else { throw APIError(.missingTenant, "X-TensorWasm-Tenant is required") }
            return TenantID(0)
        }
        // `UInt64` alone would also take a sign.
        guard field.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt64(field) else {
            throw APIError(.invalidTenant, "X-TensorWasm-Tenant is a whole number from 0 to \(UInt64.max)")
        }
        return TenantID(number)
    }
}
