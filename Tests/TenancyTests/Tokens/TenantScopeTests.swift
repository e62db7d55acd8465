import Testing

@testable import Tenancy

@Suite struct TenantScopeTests {
    @Test func `all tenants are allowed by the wildcard`() {
        #expect([0, 1, .max].allSatisfy { TenantScope.all.allows(TenantID($0)) })
        #expect(TenantScope.all.isUnlimited && TenantScope.all.tenants == nil)
    }

    @Test func `only the tenants of a scope are allowed, wherever they stand in it`() {
        for count in 0...20 {
            let even = (0..<count).map { TenantID(UInt64($0) * 2) }
            let scope = TenantScope(only: even.shuffled())
            let allowed = (0..<UInt64(42)).filter { scope.allows(TenantID($0)) }
            #expect(allowed == even.map(\.rawValue))
            #expect(!scope.allows(TenantID(.max)) && !scope.isUnlimited)
        }
    }

    @Test func `order and repetition make no difference`() {
        let scope = TenantScope(only: [3, 1, 2, 1].map(TenantID.init))
        #expect(scope == TenantScope(only: [1, 2, 3].map(TenantID.init)))
        #expect(scope != TenantScope(only: [1, 2].map(TenantID.init)))
        #expect(scope.tenants == [1, 2, 3].map(TenantID.init))
    }

    @Test func `a scope is written as a list writes it`() {
        #expect(TenantScope.all.description == "*")
        #expect(TenantScope(only: [TenantID(.max), TenantID(7)]).description == "7,18446744073709551615")
        #expect(TenantScope(only: []).description == "")
    }

    @Test func `a scope of no tenant is not the scope of every tenant`() {
        #expect(TenantScope(only: []) != .all)
        #expect(!TenantScope(only: []).allows(TenantID(0)))
    }

    @Test func `an intersection allows what both allow`() {
        let left = TenantScope(only: [1, 2, 3].map(TenantID.init))
        let right = TenantScope(only: [2, 3, 4].map(TenantID.init))
        #expect(left.intersection(right) == TenantScope(only: [2, 3].map(TenantID.init)))
        #expect(left.intersection(.all) == left && TenantScope.all.intersection(left) == left)
        #expect(TenantScope.all.intersection(.all) == .all)
    }

    @Test func `the anonymous caller may act for every tenant and has no token`() {
        #expect(Principal.anonymous.scope == .all)
        #expect(Principal.anonymous.kind == .anonymous && Principal.anonymous.tokenID == "")
    }
}
