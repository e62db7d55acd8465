/// A place in one listing: behind the item with a sequence number of its tenant.
///
/// The text is 32 lower-case hexadecimal digits: the sequence number, then the first eight bytes of a SHA-256 over
/// the scope and the sequence number. The checksum is not a secret. It finds cursors that were damaged or belong to
/// another listing; a forged one only moves within what its tenant may read anyway.
struct ListCursor: Equatable {
    /// The sequence number of the last item already listed.
    var sequence: Int64

    init(after sequence: Int64) {
        self.sequence = sequence
    }

    /// Reads a cursor of a listing.
    init(parsing text: String, of scope: Scope) throws(StorageError) {
        guard text.utf8.count == 32, let words = Hexadecimal.words(text, count: 2),
            let sequence = Int64(exactly: words[0])
        else { throw StorageError(.invalidCursor) }
        self.sequence = sequence
        guard self.text(of: scope) == text else { throw StorageError(.invalidCursor) }
    }

    /// The text that `init(parsing:of:)` reads.
    func text(of scope: Scope) -> String {
        let position = UInt64(bitPattern: sequence)
        var text: [UInt8] = []
        Hexadecimal.append(position, to: &text)
        Hexadecimal.append(Digest(of: scope.covered(at: position)).prefix, to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}
