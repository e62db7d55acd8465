extension FixtureCase.Argument: Decodable {
    private enum Key: String, CodingKey {
        case kind
        case type
        case value
    }

    private enum Kind: String, Decodable {
        case scalar
        case buffer
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        switch try fields.decode(Kind.self, forKey: .kind) {
        case .buffer: self = .buffer(try FixtureBuffer(from: decoder))
        case .scalar:
            let type = try fields.decode(FixtureType.self, forKey: .type)
            switch type {
            case .u64: self = .scalar(type, bits: try fields.decode(UInt64.self, forKey: .value))
            case .s64:
                self = .scalar(type, bits: UInt64(bitPattern: try fields.decode(Int64.self, forKey: .value)))
            default:
                self = .scalar(type, bits: type.bits(exactly: try fields.decode(Double.self, forKey: .value)))
            }
        }
    }
}
