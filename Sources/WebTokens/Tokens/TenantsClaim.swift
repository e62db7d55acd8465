import Tenancy

/// The claim `tenants`: `"*"`, or an array of tenant ids as numbers or as decimal text.
///
/// Text is for issuers whose numbers end at 2⁵³. An empty array is refused: it is a mistake rather than a wish.
struct TenantsClaim: Decodable {
    let scope: TenantScope

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            guard text == "*" else { throw WebTokenFault(.invalidTenants) }
            scope = .all
            return
        }
        guard var container = try? decoder.unkeyedContainer() else { throw WebTokenFault(.invalidTenants) }
        var tenants: [TenantID] = []
        while !container.isAtEnd {
            guard tenants.count < WebTokenLimits.tenants, let tenant = Self.next(in: &container) else {
                throw WebTokenFault(.invalidTenants)
            }
            tenants.append(tenant)
        }
        guard !tenants.isEmpty else { throw WebTokenFault(.invalidTenants) }
        scope = TenantScope(only: tenants)
    }

    private static func next(in container: inout some UnkeyedDecodingContainer) -> TenantID? {
        if let number = try? container.decode(UInt64.self) { return TenantID(number) }
        guard let text = try? container.decode(String.self), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return UInt64(text).map(TenantID.init)
    }
}
