import Tenancy
import Testing

@testable import WebTokens

@Suite struct ClaimTests {
    private func verifier(
        audience: String? = nil, issuer: String? = nil
    ) async throws -> (verifier: WebTokenVerifier, key: TestKey) {
        let key = try await TestKey.es256()
        return (try await WebTokenVerifier([key.entry()], audience: audience, issuer: issuer), key)
    }

    @Test func `a token is valid before its expiry and not at it`() async throws {
        let (verifier, key) = try await verifier()
        let token = try key.token(claims())
        #expect(await verifier.refusal(token, now: testNow + 60) == .expired)
        #expect(await verifier.refusal(token, now: .max) == .expired)
        #expect(await verifier.refusal(token, now: testNow + 59) == nil)
        #expect(await verifier.refusal(token, now: testNow + 60) == .expired)
    }

    @Test(arguments: [
        ("1800000000.5", nil), ("1.8e9", WebTokenFault.Code.expired), ("1e300", nil), ("0", .expired), ("-1", .expired),
        ("null", .missingExpiry), ("\"1900000000\"", .malformedClaims), ("true", .malformedClaims),
        ("[1900000000]", .malformedClaims), ("{}", .malformedClaims), ("1e999", .malformedClaims),
    ])
    func `an expiry is a number of seconds`(_ exp: String, _ code: WebTokenFault.Code?) async throws {
        let (verifier, key) = try await verifier()
        #expect(await verifier.refusal(try key.token(claims(exp: exp))) == code)
    }

    @Test func `a token that never expires is refused`() async throws {
        let (verifier, key) = try await verifier()
        #expect(await verifier.refusal(try key.token(#"{"tenants":"*"}"#)) == .missingExpiry)
    }

    @Test func `a token is not valid before the time it names`() async throws {
        let (verifier, key) = try await verifier()
        let token = try key.token(claims("\"nbf\":1800000010"))
        #expect(await verifier.refusal(token, now: testNow + 9) == .notYetValid)
        #expect(await verifier.refusal(token, now: testNow + 10) == nil)
        #expect(await verifier.refusal(try key.token(claims("\"nbf\":\"soon\""))) == .malformedClaims)
    }

    @Test(arguments: [
        (#""aud":"here""#, nil), (#""aud":["there","here"]"#, nil),
        (#""aud":"there""#, WebTokenFault.Code.wrongAudience),
        (#""aud":[]"#, .wrongAudience), (#""aud":["HERE","her","here "]"#, .wrongAudience),
        (#""iat":1"#, .wrongAudience),
        (#""aud":null"#, .wrongAudience), (#""aud":7"#, .malformedClaims), (#""aud":["here",7]"#, .malformedClaims),
    ])
    func `a configured audience must be named`(_ claim: String, _ code: WebTokenFault.Code?) async throws {
        let (verifier, key) = try await verifier(audience: "here")
        #expect(await verifier.refusal(try key.token(claims(claim))) == code)
    }

    @Test(arguments: [
        (#""iss":"us""#, nil), (#""iss":"them""#, WebTokenFault.Code.wrongIssuer), (#""iat":1"#, .wrongIssuer),
        (#""iss":["us"]"#, .malformedClaims),
    ])
    func `a configured issuer must be the token's`(_ claim: String, _ code: WebTokenFault.Code?) async throws {
        let (verifier, key) = try await verifier(issuer: "us")
        #expect(await verifier.refusal(try key.token(claims(claim))) == code)
    }

    @Test func `without configuration audience and issuer do not matter`() async throws {
        let (verifier, key) = try await verifier()
        #expect(await verifier.refusal(try key.token(claims(#""aud":"there","iss":"them""#))) == nil)
    }

    @Test(arguments: [
        ("\"*\"", "*"), ("[7]", "7"), ("[3,\"1\",2,1]", "1,2,3"), ("[18446744073709551615]", "18446744073709551615"),
        ("[\"18446744073709551615\",0]", "0,18446744073709551615"),
    ])
    func `the claim tenants is the caller's scope`(_ tenants: String, _ scope: String) async throws {
        let (verifier, key) = try await verifier()
        let token = try key.token(claims(tenants: tenants))
        #expect(try await verifier.principal(of: token, now: testNow).scope.description == scope)
    }

    @Test(arguments: [
        "null", "7", "\"7\"", "\"\"", "true", "{}", "[]", "[-1]", "[1.5]", "[null]", "[true]", "[[1]]", "[\"*\"]",
        "[\"\"]",
        "[\"+1\"]", "[\"-1\"]", "[\" 1\"]", "[\"0x1\"]", "[\"x\"]", "[18446744073709551616]",
        "[\"18446744073709551616\"]",
        "[1,{\"tenants\":2}]", "[\"١\"]", "[1e30]",
    ])
    func `any other shape of tenants is refused`(_ tenants: String) async throws {
        let (verifier, key) = try await verifier()
        #expect(await verifier.refusal(try key.token(claims(tenants: tenants))) == .invalidTenants)
    }

    @Test func `a token without tenants is refused`() async throws {
        let (verifier, key) = try await verifier()
        #expect(await verifier.refusal(try key.token(#"{"exp":1900000000}"#)) == .invalidTenants)
    }

    @Test func `more tenants than a scope has are refused`() throws {
        let most = (1...WebTokenLimits.tenants).map(String.init).joined(separator: ",")
        let accepted = try TokenClaims(json: Array(claims(tenants: "[\(most)]").utf8))
        #expect(accepted.tenants?.scope.tenants?.count == WebTokenLimits.tenants)
        #expect(throws: WebTokenFault(.invalidTenants)) {
            try TokenClaims(json: Array(claims(tenants: "[\(most),0]").utf8))
        }
    }

    @Test(arguments: ["", "[]", "7", "null", "\"exp\"", "{", "{\"exp\":1800000060", "{}x"])
    func `claims that are no object are refused`(_ text: String) async throws {
        let (verifier, key) = try await verifier()
        let code = await verifier.refusal(try key.token(text))
        #expect(code == (text.isEmpty ? .malformedToken : .malformedClaims))
    }
}
