extension TokenTable {
    /// Reads a comma list of `tok`, `tok:tenant=*` and `tok:tenant=1,2,3`.
    ///
    /// The ids of a scope are separated by commas as well: a piece of digits only that follows an entry with a scope
    /// continues it. `sha256:` and 64 hexadecimal digits may stand for the token's text. White space around a piece
    /// is dropped.
    ///
    /// - Parameter list: At most ``TokenLimits/listBytes``. An empty list is malformed: who sets it means to have
    ///   tokens.
    /// - Throws: ``TokenFault`` with the number of the entry at the first mistake.
    public static func parse(list: String) throws(TokenFault) -> TokenTable {
        TokenTable(try TokenListReader.readList(list))
    }

    /// Reads a file of one entry a line, in the same forms as a list's.
    ///
    /// Blank lines and lines whose first visible character is `#` are skipped; a `#` further on belongs to the token.
    /// Lines may end with CR LF. A file without entries gives an empty table, which lets nobody in.
    ///
    /// - Parameter file: The file's text, at most ``TokenLimits/listBytes``.
    /// - Throws: ``TokenFault`` with the number of the line at the first mistake.
    public static func parse(file: String) throws(TokenFault) -> TokenTable {
        TokenTable(try TokenListReader.readFile(file))
    }
}
