import Runtime

/// A deployment as its JSON body describes it.
struct CreateBody {
    let name: String
    let source: ModuleSource

    /// The fields that mean something, the longest being `snapshot_id`.
    private static let longestName = 11

    /// Reads the JSON form: `name` and one of `wasm_b64` and `wat`.
    /// - Throws: ``APIError`` of the kinds `invalid_json`, `invalid_name`, `invalid_base64` and `bad_request`.
    static func parse(_ text: Span<UInt8>) throws(APIError) -> CreateBody {
        var fields = Fields()
        do throws(JSONSyntaxError) {
            try fields.read(text)
        } catch {
            throw APIError(InvokeBodyError(error))
        }
        return try fields.body()
    }

    private enum Field<Value> {
        case absent
        case value(Value)
        case wrongType
    }

    private struct Fields {
        var isObject = false
        var name = Field<String>.absent
        var module = Field<[UInt8]?>.absent
        var text = Field<[UInt8]>.absent
        var unsupported: String?

        mutating func read(_ text: Span<UInt8>) throws(JSONSyntaxError) {
            var scanner = JSONScanner()
            scanner.skipWhitespace(text)
            try JSONScanner.checkUTF8(text)
            isObject = try scanner.kind(text) == .object
            if isObject {
                try readMembers(text, &scanner)
            } else {
                try scanner.skipValue(text, depth: 0)
            }
            try scanner.expectEnd(text)
        }

        private mutating func readMembers(
            _ text: Span<UInt8>, _ scanner: inout JSONScanner
        ) throws(JSONSyntaxError) {
            guard try scanner.open(closing: UInt8(ascii: "}"), text, depth: 0) else { return }
            repeat {
                let field = try scanner.name(text).string(text, upTo: CreateBody.longestName)
                let value = try stringValue(text, &scanner)
                switch field {
                case "name": name = try map(value) { token throws(JSONSyntaxError) in try token.string(text) }
                case "wat": self.text = try map(value) { token throws(JSONSyntaxError) in try token.bytes(text) }
                case "wasm_b64": module = try map(value) { token throws(JSONSyntaxError) in try decode(token, text) }
                case "init", "snapshot_id":
                    if case .absent = value {} else { unsupported = field }
                default: break
                }
            } while try scanner.continues(until: UInt8(ascii: "}"), text)
        }

        private func decode(_ token: JSONStringToken, _ text: Span<UInt8>) throws(JSONSyntaxError) -> [UInt8]? {
            if token.hasEscapes {
                let bytes = try token.bytes(text)
                return Base64.decode(bytes.span)
            }
            return Base64.decode(text.extracting(token.range))
        }

        private func stringValue(
            _ text: Span<UInt8>, _ scanner: inout JSONScanner
        ) throws(JSONSyntaxError) -> Field<JSONStringToken> {
            let kind = try scanner.kind(text)
            if kind == .string { return .value(try scanner.string(text)) }
            try scanner.skipValue(text, depth: 1)
            return kind == .null ? .absent : .wrongType
        }

        private func map<Value>(
            _ field: Field<JSONStringToken>, _ transform: (JSONStringToken) throws(JSONSyntaxError) -> Value
        ) throws(JSONSyntaxError) -> Field<Value> {
            switch field {
            case .absent: .absent
            case .wrongType: .wrongType
            case .value(let token): .value(try transform(token))
            }
        }

        func body() throws(APIError) -> CreateBody {
            guard isObject else { throw APIError(.invalidJSON, "the body must be a JSON object") }
            if let unsupported { throw APIError(.badRequest, "`\(unsupported)` is not offered by this version") }
            let source: ModuleSource
            switch (module, text) {
            case (.wrongType, _): throw APIError(.invalidJSON, "`wasm_b64` must be a string")
            case (_, .wrongType): throw APIError(.invalidJSON, "`wat` must be a string")
            case (.value(nil), _): throw APIError(.invalidBase64, "`wasm_b64` is not standard padded base64")
            case (.value, .value): throw APIError(.badRequest, "`wasm_b64` and `wat` cannot be given together")
            case (.value(let bytes?), .absent): source = .binary(bytes)
            case (.absent, .value(let bytes)): source = .text(bytes)
            case (.absent, .absent): throw APIError(.invalidJSON, "`wasm_b64` or `wat` is required")
            }
            switch name {
            case .value(let name): return CreateBody(name: name, source: source)
            case .absent: throw APIError(.invalidName, "`name` is required")
            case .wrongType: throw APIError(.invalidName, "`name` must be a string")
            }
        }
    }
}
