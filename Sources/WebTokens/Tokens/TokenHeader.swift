import Foundation

/// What the verifier reads of a token's header (RFC 7515, section 4.1). Keys that a header brings along are not read.
struct TokenHeader: Decodable {
    let algorithm: String
    let keyID: String?

    private enum CodingKeys: String, CodingKey {
        case algorithm = "alg"
        case keyID = "kid"
        case critical = "crit"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard !container.contains(.critical) else { throw WebTokenFault(.criticalExtension) }
        algorithm = try container.decode(String.self, forKey: .algorithm)
        keyID = try container.decodeIfPresent(String.self, forKey: .keyID)
    }

    init(json: [UInt8]) throws(WebTokenFault) {
        do {
            self = try JSONDecoder().decode(TokenHeader.self, from: Data(json))
        } catch {
            throw error as? WebTokenFault ?? WebTokenFault(.malformedToken)
        }
    }
}
