import Tenancy
import Testing

@testable import WebTokens

@Suite struct VerifiedTokensTests {
    private func digest(_ number: Int) -> TokenDigest { TokenDigest(of: Array("\(number)".utf8)) }

    private func principal(_ number: Int) -> Principal {
        Principal(kind: .jwt, tokenID: "\(number)", scope: .all)
    }

    @Test func `a verified token is known until it expires`() async throws {
        let key = try await TestKey.es256()
        let verifier = try await WebTokenVerifier([key.entry()])
        let token = try key.token(claims(tenants: "[5]"))
        #expect(verifier.cachedPrincipal(of: token, now: testNow) == nil)
        let principal = try await verifier.principal(of: token, now: testNow)
        #expect(verifier.cachedPrincipal(of: token, now: testNow) == principal)
        #expect(verifier.cachedPrincipal(of: token, now: testNow + 59) == principal)
        #expect(verifier.cachedPrincipal(of: token, now: testNow + 60) == nil)
        #expect(verifier.cachedPrincipal(of: token + "A", now: testNow) == nil)
        #expect(verifier.cachedPrincipal(of: String(repeating: "x", count: 1 << 20), now: testNow) == nil)
    }

    @Test func `a new verifier remembers nothing of the old one`() async throws {
        let key = try await TestKey.es256()
        let token = try key.token(claims())
        let old = try await WebTokenVerifier([key.entry()])
        _ = try await old.principal(of: token, now: testNow)
        let new = try await WebTokenVerifier([try await TestKey.es256().entry()])
        #expect(new.cachedPrincipal(of: token, now: testNow) == nil)
        #expect(await new.refusal(token) == .wrongSignature)
    }

    @Test func `the token that came first makes room`() {
        var tokens = VerifiedTokens(capacity: 3)
        for number in 1...5 {
            tokens.insert(digest(number), principal(number), expiry: 10)
            #expect(tokens.count == min(number, 3))
        }
        let known = (1...5).map { tokens.principal(digest($0), now: 0)?.tokenID }
        #expect(known == [nil, nil, "3", "4", "5"])
    }

    @Test func `a token that comes again takes no second place`() {
        var tokens = VerifiedTokens(capacity: 2)
        for _ in 0..<10 { tokens.insert(digest(1), principal(1), expiry: 10) }
        tokens.insert(digest(2), principal(2), expiry: 10)
        #expect(tokens.principal(digest(1), now: 0) != nil && tokens.principal(digest(2), now: 0) != nil)
        tokens.insert(digest(1), principal(1), expiry: 20)
        #expect(tokens.principal(digest(1), now: 15) != nil)
    }

    @Test func `many tasks that ask at once get the same answer`() async throws {
        let key = try await TestKey.es256()
        let verifier = try await WebTokenVerifier([key.entry()])
        let tokens = try (0..<10).map { try key.token(claims(tenants: "[\($0)]")) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for round in 0..<100 {
                group.addTask {
                    let principal = try await verifier.principal(of: tokens[round % 10], now: testNow)
                    #expect(principal.scope.description == "\(round % 10)")
                }
            }
            try await group.waitForAll()
        }
    }
}
