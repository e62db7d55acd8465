import ArgumentParser

/// What encrypted connections to the server use.
struct TLSOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Certificates (PEM) that the server's must come from; without it those of the system.", valueName: "file"),
        completion: .file())
    var caFile: String?

    @Option(
        help: ArgumentHelp("Certificate (PEM) to show to a server that asks for one; needs --key.", valueName: "file"),
        completion: .file())
    var cert: String?

    @Option(help: ArgumentHelp("Private key (PEM) of --cert.", valueName: "file"), completion: .file())
    var key: String?

    func validate() throws {
        if (cert == nil) != (key == nil) { throw ValidationError("--cert and --key go together.") }
    }

    /// - Throws: ``CommandError`` when a file is given for an address that is not encrypted: the user believes in a
    ///   protection that would be missing.
    func files(for address: ServerAddress) throws(CommandError) -> ClientTLS? {
        if caFile == nil, cert == nil { return nil }
        guard address.isEncrypted else {
            throw .badInput("--ca-file, --cert and --key need a server that is given as https://")
        }
        return ClientTLS(authorities: caFile, certificate: cert, key: key)
    }
}
