/// A key of a set as it is written (RFC 7517, section 4; RFC 7518, section 6).
struct WebKey: Decodable {
    let type: String
    let use: String?
    let operations: [String]?
    let algorithm: String?
    let id: String?
    let modulus: String?
    let exponent: String?
    let curve: String?
    let x: String?
    let y: String?

    /// Whether one of the private members is there, whatever it is.
    let isPrivate: Bool

    private enum CodingKeys: String, CodingKey {
        case type = "kty"
        case use
        case operations = "key_ops"
        case algorithm = "alg"
        case id = "kid"
        case modulus = "n"
        case exponent = "e"
        case curve = "crv"
        case x
        case y
        case privatePart = "d"
        case prime1 = "p"
        case prime2 = "q"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? { try container.decodeIfPresent(String.self, forKey: key) }
        type = try container.decode(String.self, forKey: .type)
        use = try text(.use)
        operations = try container.decodeIfPresent([String].self, forKey: .operations)
        algorithm = try text(.algorithm)
        id = try text(.id)
        modulus = try text(.modulus)
        exponent = try text(.exponent)
        curve = try text(.curve)
        x = try text(.x)
        y = try text(.y)
        isPrivate = [.privatePart, .prime1, .prime2].contains(where: container.contains)
    }
}
