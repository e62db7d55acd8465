import ArgumentParser
import Settings

/// Which server a client command talks to, and as whom.
struct ServerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Base URL of the server. Also TENSOR_WASM_SERVER. (default: \(ServerAddress.standard))", valueName: "url"))
    var server: String?

    @Option(help: ArgumentHelp("Tenant to act as, an unsigned integer.", valueName: "id"))
    var tenant: UInt64?

    @Option(
        help: ArgumentHelp(
            "Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in "
                + "the shell's history.",
            valueName: "token"))
    var token: String?

    @OptionGroup var tls: TLSOptions

    /// Whether a server was named at all.
    func isGiven(in environment: [String: String]) -> Bool {
        server != nil || environment["TENSOR_WASM_SERVER"] != nil
    }

    /// What the flags and the environment say together.
    func connection(in environment: [String: String]) throws(CommandError) -> ServerConnection {
        let address = try ServerAddress(server ?? environment["TENSOR_WASM_SERVER"] ?? ServerAddress.standard)
        let token = token ?? environment["TENSOR_WASM_TOKEN"]
        if let token { try Self.check(token) }
        return ServerConnection(address: address, tenant: tenant, token: token, tls: try tls.files(for: address))
    }

    /// - Throws: ``CommandError`` when the token does not fit a header.
    static func check(_ token: String) throws(CommandError) {
        let isValid = token.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isValid, (1...FixedLimits.bearerTokenBytes.value).contains(token.utf8.count) else {
            throw .badInput("the token must have 1 to \(FixedLimits.bearerTokenBytes.value) visible ASCII characters")
        }
    }
}
