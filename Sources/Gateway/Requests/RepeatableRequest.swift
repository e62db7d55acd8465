import NIOCore
import Settings
import Storage

/// The field `Idempotency-Key`: a request that is sent again under the same key is carried out once.
enum RepeatableRequest {
    /// The answer to another request under a key that is taken.
    static let conflict = APIError(.idempotencyConflict, "the Idempotency-Key was used for another request")

    /// - Parameter fields: every occurrence of the field.
    /// - Throws: `bad_request` for several, and for a key that is not visible ASCII of a bounded length.
    static func key(_ fields: [String]) throws(APIError) -> String? {
        guard let key = fields.first else { return nil }
        let limit = FixedLimits.idempotencyKeyBytes.value
        guard fields.count == 1, (1...limit).contains(key.utf8.count),
            key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw APIError(.badRequest, "Idempotency-Key is one field of 1 to \(limit) visible ASCII characters")
        }
        return key
    }

    /// What tells two requests under one key apart.
    /// - Parameter parts: what the answer depends on beside the body, such as the target.
    static func digest(_ parts: [String], _ body: ByteBuffer) -> Digest {
        var bytes: [UInt8] = []
        for part in parts {
            // Lengths keep what ends one part from being taken for the beginning of the next.
            bytes += Array("\(part.utf8.count):\(part)".utf8)
        }
        bytes += Array(buffer: body)
        return Digest(of: bytes)
    }
}
