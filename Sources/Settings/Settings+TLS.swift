extension Settings {
    /// The settings of encrypted connections; `TENSOR_WASM_TLS_…`.
    public struct TLS: Sendable {
        /// The certificate chain, in PEM; with it the server speaks TLS only.
        public let certificateFile: String?
        /// The private key of the certificate, in PEM.
        public let keyFile: String?
        /// Certificates of the authorities that sign clients' certificates, in PEM.
        public let clientAuthorityFile: String?
        /// What is asked of clients when there is a client authority.
        public let clientCertificate: ClientCertificatePolicy

        init<Reader: SettingReading>(reading reader: inout Reader) throws(Reader.Failure) {
            certificateFile = try reader.read(
                Setting(
                    "TLS_CERTIFICATE_FILE", .optional(.path), default: .value(nil),
                    "Certificate chain in PEM. With it the server speaks TLS only. Read again on SIGHUP, like the key "
                        + "and the client authorities."))
            keyFile = try reader.read(
                Setting(
                    "TLS_KEY_FILE", .optional(.path), default: .value(nil),
                    "Private key of the certificate in PEM, readable by the server's user alone."))
            clientAuthorityFile = try reader.read(
                Setting(
                    "TLS_CLIENT_CA_FILE", .optional(.path), default: .value(nil),
                    "Certificates of the authorities that sign clients' certificates, in PEM: mutual TLS."))
            clientCertificate = try reader.read(
                Setting(
                    "TLS_CLIENT_CERTIFICATE", .choice, default: .value(.required),
                    "Whether a client must show a certificate when there is a client authority."))
        }

        /// Whether connections are encrypted.
        public var isOn: Bool { certificateFile != nil }
    }
}
