/// A function's body: as bytes until somebody wants to change it.
public enum FunctionBody: Sendable, Hashable {
    /// The bytes of the module, without the size in front of them. They may be malformed.
    case encoded(ArraySlice<UInt8>)
    /// Its locals and instructions.
    case decoded(FunctionCode)

    /// Its locals and instructions.
    /// - Parameters:
    ///   - limits: What it may cost.
    ///   - allowsData: Whether instructions may name data segments, which they may not in a module without a data
    ///     count (``WasmModule/declaresDataCount``).
    /// - Throws: ``BinaryError`` with a place in the module's bytes, where they are malformed.
    /// - Complexity: O(bytes), unless it is decoded.
    public func code(
        limits: BinaryLimits = BinaryLimits(), allowsData: Bool = true
    ) throws(BinaryError) -> FunctionCode {
        switch self {
        case .decoded(let code): return code
        case .encoded(let bytes):
            var reader = ByteReader(bytes, limits: limits)
            return try reader.functionCode(allowsData: allowsData)
        }
    }
}

extension ByteReader {
    mutating func functionBody() throws(BinaryError) -> FunctionBody {
        .encoded(try take(try count(of: "bytes of a function", limit: limits.bodyBytes)))
    }
}

extension ByteWriter {
    mutating func functionBody(_ body: FunctionBody) {
        switch body {
        case .encoded(let bytes):
            unsigned(bytes.count)
            append(bytes)
        case .decoded(let code): sized { $0.functionCode(code) }
        }
    }
}
