extension Settings {
    /// Refuses to listen where others can reach the server, unless the operator said so.
    ///
    /// The server speaks plain text: whoever is on the path reads the tokens. Anything but a loopback address or
    /// `localhost` therefore needs `--allow-plaintext-public`.
    ///
    /// - Throws: ``SettingsError/Code/publicListenRefused``.
    public func validateExposure() throws(SettingsError) {
        guard listenAddress.isLoopback || allowPlaintextPublic else {
            throw SettingsError(
                .publicListenRefused, key: "TENSOR_WASM_LISTEN_ADDR",
                reason: "\(listenAddress) is not a loopback address, and requests would cross the network unencrypted; "
                    + "listen on 127.0.0.1 or [::1], or pass --allow-plaintext-public")
        }
    }
}
