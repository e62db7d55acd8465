/// Skipping values whose content nobody needs.
extension JSONScanner {
    /// What the next value is, told from its first byte.
    enum ValueKind {
        case string, number, array, object, yes, no, null
    }

    /// The kind of the value that starts here; nothing is consumed.
    @inline(__always)
    func kind(_ text: Span<UInt8>) throws(JSONSyntaxError) -> ValueKind {
        guard let byte = peek(text) else { throw failure(.unexpectedEnd, text) }
        return switch byte {
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "t"): .yes
        case UInt8(ascii: "f"): .no
        case UInt8(ascii: "n"): .null
        default: throw failure(.unexpectedByte, text)
        }
    }

    /// Moves past one value of any kind, checking all of it, and returns what it was.
    ///
    /// - Parameter depth: containers already open around the value.
    @discardableResult
    mutating func skipValue(_ text: Span<UInt8>, depth: Int) throws(JSONSyntaxError) -> ValueKind {
        let kind = try kind(text)
        switch kind {
        case .string: _ = try string(text)
        case .number: _ = try number(text)
        case .array: try skipArray(text, depth: depth)
        case .object: try skipObject(text, depth: depth)
        case .yes: try literal("rue", text)
        case .no: try literal("alse", text)
        case .null: try literal("ull", text)
        }
        return kind
    }

    /// Moves past the opening byte of a container.
    ///
    /// - Parameter depth: containers already open around this one.
    /// - Returns: `false` when the container is empty and has been passed as well.
    mutating func open(
        closing close: UInt8, _ text: Span<UInt8>, depth: Int
    ) throws(JSONSyntaxError) -> Bool {
        guard depth < Self.maximumDepth else { throw failure(.nestingTooDeep, text) }
        position += 1
        skipWhitespace(text)
        return !consume(close, text)
    }

    /// Moves past a member's name and its colon, up to its value.
    mutating func name(_ text: Span<UInt8>) throws(JSONSyntaxError) -> JSONStringToken {
        guard peek(text) == UInt8(ascii: "\"") else { throw failure(.unexpectedByte, text) }
        let token = try string(text)
        skipWhitespace(text)
        try expect(UInt8(ascii: ":"), text)
        skipWhitespace(text)
        return token
    }

    private mutating func skipArray(_ text: Span<UInt8>, depth: Int) throws(JSONSyntaxError) {
        guard try open(closing: UInt8(ascii: "]"), text, depth: depth) else { return }
        repeat {
            try skipValue(text, depth: depth + 1)
        } while try continues(until: UInt8(ascii: "]"), text)
    }

    private mutating func skipObject(_ text: Span<UInt8>, depth: Int) throws(JSONSyntaxError) {
        guard try open(closing: UInt8(ascii: "}"), text, depth: depth) else { return }
        repeat {
            _ = try name(text)
            try skipValue(text, depth: depth + 1)
        } while try continues(until: UInt8(ascii: "}"), text)
    }
}
