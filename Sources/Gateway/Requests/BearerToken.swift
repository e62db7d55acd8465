import Crypto
import Settings

/// The `Authorization: Bearer` field (RFC 6750 section 2.1).
enum BearerToken {
    /// - Parameter fields: every `Authorization` field of the request.
    /// - Throws: `invalid_auth` for a field that is too long, `bad_request` for several, `unauthorized` otherwise.
    static func check(_ fields: [String], against secret: Secret) throws(APIError) {
        guard fields.count <= 1 else { throw APIError(.badRequest, "more than one Authorization field") }
        guard let field = fields.first else { throw APIError(.unauthorized, "a bearer token is required") }
        guard field.utf8.count <= FixedLimits.authorizationBytes.value else {
            throw APIError(.invalidAuth, "the Authorization field is too long")
        }
        let scheme = field.prefix(7)
        // Digests compare in constant time, and hide the length of the secret as well.
        guard scheme.lowercased() == "bearer ",
            SHA256.hash(data: Array(field.dropFirst(7).utf8)) == SHA256.hash(data: Array(secret.text.utf8))
        else {
            throw APIError(.unauthorized, "the bearer token is not accepted")
        }
    }
}
