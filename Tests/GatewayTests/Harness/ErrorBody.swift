/// The error envelope as a client reads it.
struct ErrorBody: Decodable {
    struct Frame: Decodable {
        let function: String
        /// Absent for code that the engine cannot place.
        let offset: Int?
    }

    let kind: String
    let message: String
    let requestID: String
    let exitCode: Int?
    let trap: String?
    let frames: [Frame]?

    enum CodingKeys: String, CodingKey {
        case kind
        case message
        case requestID = "request_id"
        case exitCode = "exit_code"
        case trap
        case frames
    }

    struct Envelope: Decodable {
        let error: ErrorBody
    }
}
