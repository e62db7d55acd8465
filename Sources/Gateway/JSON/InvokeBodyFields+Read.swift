import Runtime

/// Taking the known fields out of a text.
extension InvokeBodyFields {
    /// The longest name of a field that means something, in bytes: `input_b64`.
    private static let longestName = 9

    /// Reads one whole text, which is checked to its last byte.
    mutating func read(_ text: Span<UInt8>) throws(JSONSyntaxError) {
        var scanner = JSONScanner()
        scanner.skipWhitespace(text)
        guard scanner.position < text.count else { return }
        try JSONScanner.checkUTF8(text)
        if try scanner.kind(text) == .object {
            try readMembers(text, &scanner)
        } else {
            try scanner.skipValue(text, depth: 0)
            isObject = false
        }
        try scanner.expectEnd(text)
    }

    private mutating func readMembers(_ text: Span<UInt8>, _ scanner: inout JSONScanner) throws(JSONSyntaxError) {
        guard try scanner.open(closing: UInt8(ascii: "}"), text, depth: 0) else { return }
        repeat {
            switch try scanner.name(text).string(text, upTo: Self.longestName) {
            case "export": try readExport(text, &scanner)
            case "args": try readArguments(text, &scanner)
            case "input": try readInput(text, &scanner)
            case "input_b64": try readInputBase64(text, &scanner)
            default: try scanner.skipValue(text, depth: 1)
            }
        } while try scanner.continues(until: UInt8(ascii: "}"), text)
    }

    private mutating func readExport(_ text: Span<UInt8>, _ scanner: inout JSONScanner) throws(JSONSyntaxError) {
        switch try stringField(text, &scanner) {
        case .absent: export = .absent
        case .value(let token): export = .value(try token.string(text))
        case .wrongType: export = .wrongType
        }
    }

    private mutating func readInput(_ text: Span<UInt8>, _ scanner: inout JSONScanner) throws(JSONSyntaxError) {
        switch try stringField(text, &scanner) {
        case .absent: input = .absent
        case .value(let token): input = .value(try token.bytes(text))
        case .wrongType: input = .wrongType
        }
    }

    private mutating func readInputBase64(_ text: Span<UInt8>, _ scanner: inout JSONScanner) throws(JSONSyntaxError) {
        switch try stringField(text, &scanner) {
        case .absent: inputBase64 = .absent
        case .value(let token) where token.hasEscapes:
            let bytes = try token.bytes(text)
            inputBase64 = .value(Base64.decode(bytes.span))
        case .value(let token): inputBase64 = .value(Base64.decode(text.extracting(token.range)))
        case .wrongType: inputBase64 = .wrongType
        }
    }

    /// Moves past the value of a field that must be a string, and returns the string without copying it.
    private func stringField(
        _ text: Span<UInt8>, _ scanner: inout JSONScanner
    ) throws(JSONSyntaxError) -> Field<JSONStringToken> {
        let kind = try scanner.kind(text)
        if kind == .string { return .value(try scanner.string(text)) }
        try scanner.skipValue(text, depth: 1)
        return kind == .null ? .absent : .wrongType
    }

    private mutating func readArguments(_ text: Span<UInt8>, _ scanner: inout JSONScanner) throws(JSONSyntaxError) {
        let kind = try scanner.kind(text)
        guard kind == .array else {
            try scanner.skipValue(text, depth: 1)
            arguments = kind == .null ? .absent : .wrongType
            return
        }
        var list = ArgumentList()
        if try scanner.open(closing: UInt8(ascii: "]"), text, depth: 1) {
            repeat {
                if list.count < InvokeBodyParser.maximumArguments {
                    try list.read(text, &scanner)
                } else {
                    try scanner.skipValue(text, depth: 2)
                }
                list.count += 1
            } while try scanner.continues(until: UInt8(ascii: "]"), text)
        }
        arguments = .value(list)
    }
}

extension InvokeBodyFields.ArgumentList {
    /// Reads and keeps one element.
    fileprivate mutating func read(_ text: Span<UInt8>, _ scanner: inout JSONScanner) throws(JSONSyntaxError) {
        switch try scanner.kind(text) {
        case .number:
            kept.append(.number(try String(json: text, in: try scanner.number(text))))
            return
        case .string:
            kept.append(.string(try scanner.string(text).string(text)))
            return
        case .yes: kept.append(.boolean(true))
        case .no: kept.append(.boolean(false))
        case .null: kept.append(.null)
        case .array: kept.append(.array)
        case .object: kept.append(.object)
        }
        try scanner.skipValue(text, depth: 2)
    }
}
