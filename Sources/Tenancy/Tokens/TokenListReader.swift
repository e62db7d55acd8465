/// Reads the two forms of a list of tokens. What it was given is forgotten with it; only digests stay.
struct TokenListReader {
    private let unit: TokenFault.Unit
    private var position = 0
    private var draft: TokenEntryDraft?
    private var digests: Set<TokenDigest> = []
    private var entries: [TokenEntry] = []

    private init(_ unit: TokenFault.Unit) {
        self.unit = unit
    }

    /// Reads entries separated by commas, as in an environment variable.
    static func readList(_ text: String) throws(TokenFault) -> [TokenEntry] {
        var reader = TokenListReader(.entry)
        var rest = try reader.bytes(text)
        while let piece = rest.takePiece(before: 0x2C) {
            try reader.addListPiece(piece.trimmed)
        }
        try reader.addListPiece(rest.trimmed)
        try reader.finishEntry()
        return reader.entries
    }

    /// Reads one entry a line; blank lines and lines that begin with `#` are skipped.
    static func readFile(_ text: String) throws(TokenFault) -> [TokenEntry] {
        var reader = TokenListReader(.line)
        var rest = try reader.bytes(text)
        while let line = rest.takePiece(before: 0x0A) {
            try reader.addLine(line.trimmed)
        }
        try reader.addLine(rest.trimmed)
        return reader.entries
    }

    private func bytes(_ text: String) throws(TokenFault) -> ArraySlice<UInt8> {
        guard text.utf8.count <= TokenLimits.listBytes else {
            throw TokenFault(code: .listTooLong, unit: unit, position: nil)
        }
        return ArraySlice(text.utf8)
    }

    private mutating func addListPiece(_ piece: ArraySlice<UInt8>) throws(TokenFault) {
        if piece.isDigitsOnly, draft?.isScoped == true {
            return try append(piece)
        }
        try finishEntry()
        position += 1
        try begin(piece)
    }

    private mutating func addLine(_ line: ArraySlice<UInt8>) throws(TokenFault) {
        position += 1
        guard let first = line.first, first != 0x23 else { return }
        var rest = line
        guard let head = rest.takePiece(before: 0x2C) else {
            try begin(line)
            return try finishEntry()
        }
        try begin(head.trimmed)
        while let piece = rest.takePiece(before: 0x2C) {
            try append(piece.trimmed)
        }
        try append(rest.trimmed)
        try finishEntry()
    }

    private mutating func begin(_ piece: ArraySlice<UInt8>) throws(TokenFault) {
        guard entries.count < TokenLimits.entries else { throw fault(.tooManyEntries) }
        do throws(TokenFault.Code) {
            draft = try TokenEntryDraft(piece)
        } catch {
            throw fault(error)
        }
    }

    private mutating func append(_ piece: ArraySlice<UInt8>) throws(TokenFault) {
        do throws(TokenFault.Code) {
            try draft?.append(piece)
        } catch {
            throw fault(error)
        }
    }

    private mutating func finishEntry() throws(TokenFault) {
        guard let entry = draft?.entry else { return }
        draft = nil
        guard digests.insert(entry.digest).inserted else { throw fault(.duplicateToken) }
        entries.append(entry)
    }

    private func fault(_ code: TokenFault.Code) -> TokenFault {
        TokenFault(code: code, unit: unit, position: position)
    }
}
