import WasmEngine

/// What a call returned, told the same for a local call and for a server's answer.
enum CallResult: Sendable, Equatable {
    /// The export returns nothing.
    case ok
    case values([JSONValue])

    init(_ values: [Value]) {
        self = values.isEmpty ? .ok : .values(values.map(JSONValue.init))
    }

    /// - Throws: ``CommandError`` when the answer has no result.
    init(answer: JSONValue) throws(CommandError) {
        switch answer["result"] {
        case .string("ok"): self = .ok
        case .array(let values): self = .values(values)
        default: throw .unexpectedAnswer("the answer has no result")
        }
    }

    /// `ok`, a bare scalar for one result, or a JSON array.
    var text: String {
        switch self {
        case .ok: "ok"
        case .values(let values):
            if values.count == 1, let scalar = values[0].number ?? values[0].string {
                scalar
            } else {
                JSONValue.array(values).text
            }
        }
    }

    /// The field `result` of the HTTP API.
    var json: JSONValue {
        switch self {
        case .ok: .string("ok")
        case .values(let values): .array(values)
        }
    }
}

extension JSONValue {
    /// A result in the notation of the HTTP API: what is not finite is a string.
    init(_ value: Value) {
        self =
            switch value {
            case .i32(let value): .integer(value)
            case .i64(let value): .integer(value)
            case .f32(let value): Self.float(value)
            case .f64(let value): Self.float(value)
            }
    }

    private static func float<Number: BinaryFloatingPoint & CustomStringConvertible>(_ value: Number) -> JSONValue {
        if value.isNaN { return .string("NaN") }
        if value.isInfinite { return .string(value < 0 ? "-Infinity" : "Infinity") }
        // The description of a finite number is a JSON number, the shortest that reads back as the same value.
        return .number(value.description)
    }
}
