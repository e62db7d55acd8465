/// A function's record as a client reads it.
struct FunctionBody: Decodable, Equatable {
    struct Export: Decodable, Equatable {
        let name: String
        let parameters: [String]
        let results: [String]
    }

    let id: String
    let name: String
    let tenant: UInt64
    let digest: String
    let sizeBytes: Int
    let created: Int64
    let exports: [Export]

    enum CodingKeys: String, CodingKey {
        case id
        case name
        case tenant = "tenant_id"
        case digest
        case sizeBytes = "size_bytes"
        case created = "created_unix_ms"
        case exports
    }

    struct Page: Decodable {
        let functions: [FunctionBody]
        let nextCursor: String?

        enum CodingKeys: String, CodingKey {
            case functions
            case nextCursor = "next_cursor"
        }
    }
}
