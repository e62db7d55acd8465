extension WasmModule {
    /// Magic number and version of a core module.
    static let header: [UInt8] = [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]

    /// Decodes a module. Function bodies and data stay parts of `bytes`, which live as long as they do.
    /// - Parameters:
    ///   - bytes: The module in the binary format.
    ///   - limits: What it may cost.
    /// - Throws: ``BinaryError`` where the bytes are not one, or one beyond the limits.
    /// - Complexity: O(bytes) without the bodies, whose contents are not looked at.
    public init(decoding bytes: [UInt8], limits: BinaryLimits = BinaryLimits()) throws(BinaryError) {
        guard bytes.count <= limits.moduleBytes else {
            throw BinaryError(.limitExceeded, "more than \(limits.moduleBytes) bytes", at: 0)
        }
        var reader = ByteReader(bytes[...], limits: limits)
        try Self.readHeader(&reader)
        var decoder = ModuleDecoder()
        while !reader.isAtEnd { try decoder.readSection(&reader) }
        self = try decoder.finish(reader)
    }

    private static func readHeader(_ reader: inout ByteReader) throws(BinaryError) {
        let magic = try reader.take(min(4, reader.remaining))
        guard magic.elementsEqual(header[..<4]) else {
            throw BinaryError(.notModule, "magic header not detected", at: 0)
        }
        let start = reader.position
        let version = try reader.take(min(4, reader.remaining))
        if version.elementsEqual([0x0D, 0, 1, 0]) {
            throw BinaryError(.notModule, "a component, not a core module", at: start)
        }
        guard version.elementsEqual(header[4...]) else {
            throw BinaryError(.notModule, "unknown binary version", at: start)
        }
    }
}
