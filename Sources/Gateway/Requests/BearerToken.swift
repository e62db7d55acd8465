import Crypto
import Settings

/// The `Authorization: Bearer` field (RFC 6750 section 2.1).
enum BearerToken {
    /// The token that a request shows.
    /// - Parameter fields: every `Authorization` field of the request.
    /// - Throws: `invalid_auth` for a field that is too long, `bad_request` for several, `unauthorized` for none or
    ///   another scheme.
    static func read(_ fields: [String]) throws(APIError) -> Substring {
        guard fields.count <= 1 else { throw APIError(.badRequest, "more than one Authorization field") }
        guard let field = fields.first else { throw APIError(.unauthorized, "a bearer token is required") }
        guard field.utf8.count <= FixedLimits.authorizationBytes.value else {
            throw APIError(.invalidAuth, "the Authorization field is too long")
        }
        guard field.prefix(7).lowercased() == "bearer " else {
            throw APIError(.unauthorized, "a bearer token is required")
        }
        return field.dropFirst(7)
    }

    /// - Throws: as ``read(_:)``, and `unauthorized` for another token than `secret`.
    static func check(_ fields: [String], against secret: Secret) throws(APIError) {
        // Digests compare in constant time, and hide the length of the secret as well.
        guard SHA256.hash(data: Array(try read(fields).utf8)) == SHA256.hash(data: Array(secret.text.utf8)) else {
            throw refused
        }
    }

    /// The answer to a token that nobody knows; it does not tell why.
    static let refused = APIError(.unauthorized, "the bearer token is not accepted")
}
