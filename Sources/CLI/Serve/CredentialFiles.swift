import Gateway
import Logging
import Settings
import Tenancy
import WebTokens

/// Reads what callers are known by: the variable, the file of tokens, the key set.
struct CredentialFiles: Sendable {
    let settings: Settings.API

    /// - Returns: the credentials and what the operator should know of them.
    /// - Throws: ``CommandError`` that names the setting and the place of a mistake, never a token.
    func read() async throws(CommandError) -> (credentials: Credentials, warnings: [String]) {
        if settings.isDevelopmentMode { return (.none, []) }
        var tables: [TokenTable] = []
        if let tokens = settings.tokens {
            tables.append(
                try naming("TENSOR_WASM_API_TOKENS") { () throws(TokenFault) in
                    try TokenTable.parse(list: tokens.text)
                })
        }
        if let path = settings.tokensFile {
            let text = try text(of: path, "TENSOR_WASM_API_TOKENS_FILE", limit: TokenLimits.listBytes)
            tables.append(
                try naming("TENSOR_WASM_API_TOKENS_FILE") { () throws(TokenFault) in
                    try TokenTable.parse(file: String(decoding: text, as: UTF8.self))
                })
        }
        let table = TokenTable(merging: tables)
        let verifier = try await verifier()
        guard table.count > 0 || verifier != nil else {
            throw CommandError.badInput("TENSOR_WASM_API_TOKENS_FILE: there is no token in it; nobody could call")
        }
        var warnings: [String] = []
        if table.wildcardCount > 0 {
            warnings.append(
                "\(table.wildcardCount) token(s) without a scope may act for every tenant; write `:tenant=*` after them"
            )
        }
        return (.accepting(table, webTokens: verifier), warnings)
    }

    private func verifier() async throws(CommandError) -> WebTokenVerifier? {
        guard let path = settings.keySetFile else { return nil }
        let json = try text(of: path, "TENSOR_WASM_API_JWKS_FILE", limit: WebTokenLimits.keySetBytes)
        do throws(WebTokenFault) {
            return try await WebTokenVerifier(
                keySetJSON: json, audience: settings.tokenAudience, issuer: settings.tokenIssuer)
        } catch {
            throw CommandError.badInput("TENSOR_WASM_API_JWKS_FILE: \(error)")
        }
    }

    private func naming(
        _ variable: String, _ parse: () throws(TokenFault) -> TokenTable
    ) throws(CommandError) -> TokenTable {
        do throws(TokenFault) { return try parse() } catch { throw CommandError.badInput("\(variable): \(error)") }
    }

    private func text(of path: String, _ variable: String, limit: Int) throws(CommandError) -> [UInt8] {
        do {
            return try FileInput.read(path, limit: limit)
        } catch {
            throw CommandError.badInput("\(variable): \(error)")
        }
    }
}
