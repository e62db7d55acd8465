import Foundation
import Tenancy
import Testing

@testable import WebTokens

/// The time of all tests, in seconds since 1970.
let testNow: Int64 = 1_800_000_000

/// Claims of a token that is valid at ``testNow``, with others beside or instead.
func claims(exp: String = "1800000060", tenants: String = "\"*\"", _ others: String = "") -> String {
    "{\"exp\":\(exp),\"tenants\":\(tenants)\(others.isEmpty ? "" : "," + others)}"
}

func keySet(_ entries: [[String: String]]) throws -> [UInt8] {
    Array(try JSONSerialization.data(withJSONObject: ["keys": entries]))
}

extension WebTokenVerifier {
    convenience init(
        _ entries: [[String: String]], audience: String? = nil, issuer: String? = nil
    ) async throws {
        try await self.init(keySetJSON: keySet(entries), audience: audience, issuer: issuer)
    }

    /// What a token is refused with; nil when it is valid, which a test then records as a difference.
    func refusal(_ token: String, now: Int64 = testNow) async -> WebTokenFault.Code? {
        do {
            _ = try await principal(of: token, now: now)
            return nil
        } catch {
            // A refused token must not be found without verification either.
            #expect(cachedPrincipal(of: token, now: now) == nil)
            return error.code
        }
    }
}
