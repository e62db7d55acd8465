import CWasmtime

/// What can be told of a module's file before it is compiled, and of the compiler's refusals.
public enum ModuleFormat {
    /// Whether the bytes begin like a component: the magic number of WebAssembly followed by a version whose upper
    /// half, the layer, is 1 (component model binary format, preamble).
    public static func isComponent(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 8 && bytes.starts(with: [0x00, 0x61, 0x73, 0x6d]) && bytes[6] == 1 && bytes[7] == 0
    }

    /// Whether the bytes begin like a binary module or component.
    public static func isBinary(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x00, 0x61, 0x73, 0x6d]) }

    /// Translates the text format into a binary module.
    /// - Throws: ``EngineError/Code-swift.enum/invalidModule`` with the line and column of the fault.
    public static func binary(fromText text: [UInt8]) throws(EngineError) -> [UInt8] {
        var out = wasm_byte_vec_t()
        let error = text.withUnsafeBytes { bytes in
            // Sound: the parser reads `count` bytes and checks that they are UTF-8; an empty text has no address.
            let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress
            return withUnsafePointer(to: 0 as CChar) { wasmtime_wat2wasm(start ?? $0, bytes.count, &out) }
        }
        if let error { throw EngineError(.invalidModule, message(taking: error)) }
        defer { wasm_byte_vec_delete(&out) }
        return Array(UnsafeRawBufferPointer(start: out.data, count: out.size))
    }

    /// The compiler has one kind of error with a text; its two texts about the pool's limits are told apart here,
    /// because a module that is too large is another answer than one that is broken.
    static func classify(_ message: String) -> EngineError {
        let causes = causes(of: message)
        let text = causes.joined(separator: ": ")
        if message.contains("memory has a minimum byte size of") || message.contains("memory minimum size of") {
            return EngineError(.memoryTooLarge, causes.last ?? text)
        }
        if message.contains("has a minimum element size of") || message.contains("table minimum size of") {
            return EngineError(.tableTooLarge, causes.last ?? text)
        }
        return EngineError(.invalidModule, text, offset: offset(in: message))
    }

    /// The chain of causes, which the engine writes below each other, outermost first.
    private static func causes(of message: String) -> [String] {
        message.split(whereSeparator: \.isNewline)
            .map { $0.drop { $0 == " " } }
            .filter { $0 != "Caused by:" && !$0.isEmpty }
            .map { line in
                // Several causes are numbered.
                let number = line.prefix { $0.isNumber }
                let rest = line.dropFirst(number.count)
                return number.isEmpty || !rest.hasPrefix(": ") ? String(line) : String(rest.dropFirst(2))
            }
    }

    /// The byte that the engine blames: its messages say `(at offset 0x1f)`, or `at offset 31:` of function bodies.
    private static func offset(in message: String) -> Int? {
        guard let mark = message.firstRange(of: "at offset ") else { return nil }
        let text = message[mark.upperBound...]
        if text.hasPrefix("0x") { return Int(text.dropFirst(2).prefix { $0.isHexDigit }, radix: 16) }
        return Int(text.prefix { $0.isNumber })
    }
}
