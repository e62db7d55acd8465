import NIOSSL

/// Why no encrypted connection came about, in words for people: the library's are long and name its own files.
enum TLSFailure {
    /// - Returns: `nil` for an error that has nothing to do with encryption.
    static func reason(of error: any Error) -> String? {
        let isEncryption = error is NIOSSLError || error is NIOSSLExtraError || error is BoringSSLError
        return isEncryption ? reason(describedAs: "\(error)") : nil
    }

    /// - Parameter text: the library's description, whose only stable parts are the names of the reasons.
    static func reason(describedAs text: String) -> String {
        let known = [
            ("CERTIFICATE_VERIFY_FAILED", "its certificate cannot be verified; --ca-file names who has signed it"),
            ("failedToValidateHostname", "its certificate is for another name"),
            ("CERTIFICATE_REQUIRED", "it asks for a certificate; give --cert and --key"),
            ("ALERT_UNKNOWN_CA", "it does not know who has signed the certificate of --cert"),
            ("WRONG_VERSION_NUMBER", "it does not speak TLS; is it served as http://?"),
            ("KEY_VALUES_MISMATCH", "--key is not the key of --cert"),
        ]
        return known.first { text.contains($0.0) }?.1 ?? "the encrypted connection could not be made"
    }
}
