extension WebTokenVerifier {
    /// Whether a credential has the shape of a signed web token: three non-empty parts of base64url, dots between.
    ///
    /// Says nothing about whether it is valid, and a token of the operator's list may have this shape as well.
    public static func looksLikeWebToken(_ token: String) -> Bool {
        looksLikeWebToken(token.utf8)
    }

    /// The same for bytes.
    public static func looksLikeWebToken(_ token: some Sequence<UInt8>) -> Bool {
        var parts = 0
        var length = 0
        for byte in token {
            if byte == 0x2E {
                guard length > 0, parts < 2 else { return false }
                parts += 1
                length = 0
            } else {
                guard Base64URL.value(of: byte) != nil else { return false }
                length += 1
            }
        }
        return parts == 2 && length > 0
    }
}
