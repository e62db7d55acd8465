/// A line that is typed without being shown, key by key.
struct SecretLine {
    private let limit: Int
    private var bytes: [UInt8] = []

    init(limit: Int) { self.limit = limit }

    /// - Parameter key: `nil` at the end of the input.
    /// - Returns: the line when it has ended; a failure when the user gave up.
    mutating func type(_ key: UInt8?) -> Result<[UInt8], CommandError>? {
        switch key {
        // Return, or control-D.
        case nil, 0x0A, 0x0D, 0x04: return .success(bytes)
        // Control-C, control-\ and control-Z.
        case 0x03, 0x1C, 0x1A: return .failure(CommandError(.failure, kind: "cancelled", "interrupted"))
        // Backspace.
        case 0x08, 0x7F: if !bytes.isEmpty { bytes.removeLast() }
        // Control-U.
        case 0x15: bytes = []
        case .some(let key):
            guard bytes.count < limit else { return .failure(.badInput("the line is longer than \(limit) bytes")) }
            bytes.append(key)
        }
        return nil
    }
}
