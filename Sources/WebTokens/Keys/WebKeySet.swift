import Foundation

/// A key set as it is written (RFC 7517, section 5).
struct WebKeySet: Decodable {
    /// A key that may not be one, so that the fault can name its place.
    struct Entry: Decodable {
        let key: WebKey?

        init(from decoder: any Decoder) throws {
            key = try? WebKey(from: decoder)
        }
    }

    let keys: [Entry]

    init(json: [UInt8]) throws(WebTokenFault) {
        guard json.count <= WebTokenLimits.keySetBytes else { throw WebTokenFault(.keySetTooLarge) }
        guard let set = try? JSONDecoder().decode(WebKeySet.self, from: Data(json)) else {
            throw WebTokenFault(.malformedKeySet)
        }
        guard set.keys.count <= WebTokenLimits.keys else { throw WebTokenFault(.tooManyKeys) }
        self = set
    }
}
