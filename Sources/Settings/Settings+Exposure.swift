extension Settings {
    /// Refuses to listen where others can reach the server while it accepts everybody, unless the operator said so.
    ///
    /// Without tokens, anything but a loopback address or `localhost` needs `--allow-plaintext-public`. With tokens but
    /// without TLS the start goes on: a proxy in front may encrypt; see ``exposureWarnings``.
    ///
    /// - Throws: ``SettingsError/Code/publicListenRefused``.
    public func validateExposure() throws(SettingsError) {
        guard listenAddress.isLoopback || allowPlaintextPublic || !api.isDevelopmentMode else {
            throw SettingsError(
                .publicListenRefused, key: "TENSOR_WASM_LISTEN_ADDR",
                reason:
                    "\(listenAddress) is not a loopback address, and no tokens are configured: whoever reaches it could "
                    + "deploy and call functions; set TENSOR_WASM_API_TOKENS, listen on 127.0.0.1 or [::1], or pass "
                    + "--allow-plaintext-public")
        }
    }

    /// What the operator should know of who can reach the server; one line each.
    public var exposureWarnings: [String] {
        var warnings: [String] = []
        if api.isDevelopmentMode {
            warnings.append("no tokens are configured: whoever reaches this address may deploy and call functions")
        }
        if !listenAddress.isLoopback, !tls.isOn {
            warnings.append("requests and tokens cross the network unencrypted unless a proxy in front encrypts them")
        }
        return warnings
    }
}
