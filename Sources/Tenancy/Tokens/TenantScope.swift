/// The tenants that a caller may act for.
public struct TenantScope: Sendable, Equatable {
    private enum Extent: Sendable, Equatable {
        case all
        /// In ascending order, none twice: two scopes of the same tenants are equal, and a search is short.
        case only([TenantID])
    }

    private let extent: Extent

    private init(_ extent: Extent) {
        self.extent = extent
    }

    /// Every tenant.
    public static let all = TenantScope(.all)

    /// Only the tenants given, in any order; none given allows nothing.
    public init(only tenants: [TenantID]) {
        var ascending: [TenantID] = []
        ascending.reserveCapacity(tenants.count)
        for tenant in tenants.sorted(by: { $0.rawValue < $1.rawValue }) where tenant != ascending.last {
            ascending.append(tenant)
        }
        self.init(.only(ascending))
    }

    /// Whether a caller of this scope may act for `tenant`; takes O(log n) of the tenants in it.
    public func allows(_ tenant: TenantID) -> Bool {
        guard case .only(let tenants) = extent else { return true }
        var range = tenants.startIndex..<tenants.endIndex
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if tenants[middle] == tenant { return true }
            if tenants[middle].rawValue < tenant.rawValue {
                range = (middle + 1)..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return false
    }

    /// Whether every tenant is allowed.
    public var isUnlimited: Bool { extent == .all }

    /// The tenants allowed in ascending order; nil when all are.
    public var tenants: [TenantID]? {
        guard case .only(let tenants) = extent else { return nil }
        return tenants
    }

    /// What both scopes allow.
    public func intersection(_ other: TenantScope) -> TenantScope {
        guard case .only(let tenants) = extent else { return other }
        return TenantScope(only: tenants.filter(other.allows))
    }
}

extension TenantScope: CustomStringConvertible {
    /// `*`, or the ids in ascending order as `1,2,3`; empty when nothing is allowed.
    public var description: String {
        guard case .only(let tenants) = extent else { return "*" }
        return tenants.map(\.description).joined(separator: ",")
    }
}
