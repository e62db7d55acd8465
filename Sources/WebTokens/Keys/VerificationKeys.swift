/// The keys of a set that check signatures: one, or several that a token tells apart by `kid`.
struct VerificationKeys: Sendable {
    private let keys: [VerificationKey]
    private let indices: [String: Int]

    /// Reads a set. Keys for other uses and of unknown types are passed over; what must not be there stops it.
    init(json: [UInt8]) async throws(WebTokenFault) {
        var usable: [(number: Int, key: VerificationKey)] = []
        for (index, entry) in try WebKeySet(json: json).keys.enumerated() {
            let number = index + 1
            guard let written = entry.key else { throw WebTokenFault(.malformedKey, key: number) }
            do throws(WebTokenFault.Code) {
                guard let key = try await VerificationKey(written) else { continue }
                usable.append((number, key))
            } catch {
                throw WebTokenFault(error, key: number)
            }
        }
        guard !usable.isEmpty else { throw WebTokenFault(.noUsableKey) }
        var indices: [String: Int] = [:]
        for (index, (number, key)) in usable.enumerated() {
            guard let id = key.id else {
                guard usable.count == 1 else { throw WebTokenFault(.keyWithoutID, key: number) }
                continue
            }
            guard indices.updateValue(index, forKey: id) == nil else {
                throw WebTokenFault(.duplicateKeyID, key: number)
            }
        }
        keys = usable.map(\.key)
        self.indices = indices
    }

    /// The key that a header asks for. With one key alone, a token need not name it, and cannot if it has no name.
    func key(for header: TokenHeader) throws(WebTokenFault) -> VerificationKey {
        if keys.count == 1, header.keyID == nil || keys[0].id == nil { return keys[0] }
        guard let id = header.keyID, let index = indices[id] else { throw WebTokenFault(.unknownKey) }
        return keys[index]
    }
}
