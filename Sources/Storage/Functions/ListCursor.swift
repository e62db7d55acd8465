/// A place in one listing: behind the function with a sequence number of that tenant.
///
/// The text is 32 lower-case hexadecimal digits: the sequence number, then the first eight bytes of a SHA-256 over
/// the tenant, the sequence number and the name filter. The checksum is not a secret. It finds cursors that were
/// damaged or belong to another listing; a forged one only moves within what its tenant may read anyway.
struct ListCursor: Equatable {
    /// The sequence number of the last function already listed.
    var sequence: Int64

    init(after sequence: Int64) {
        self.sequence = sequence
    }

    /// Reads a cursor of the listing of `tenant` with the filter `name`.
    init(parsing text: String, tenant: TenantID, name: String?) throws(StorageError) {
        guard text.utf8.count == 32, let words = Hexadecimal.words(text, count: 2),
            let sequence = Int64(exactly: words[0])
        else { throw StorageError(.invalidCursor) }
        self.sequence = sequence
        guard self.text(tenant: tenant, name: name) == text else { throw StorageError(.invalidCursor) }
    }

    /// The text that `init(parsing:tenant:name:)` reads.
    func text(tenant: TenantID, name: String?) -> String {
        let position = UInt64(bitPattern: sequence)
        var covered = Array("function list 1".utf8)
        Hexadecimal.append(tenant.rawValue, to: &covered)
        Hexadecimal.append(position, to: &covered)
        if let name {
            // The equals sign sets "no filter" apart from every name.
            covered += Array("=\(name)".utf8)
        }
        var text: [UInt8] = []
        Hexadecimal.append(position, to: &text)
        Hexadecimal.append(Digest(of: covered).prefix, to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}
