/// The three parts of a signed token in compact form (RFC 7515, section 7.1), decoded but not yet believed.
struct CompactToken {
    /// Header and claims as they were signed: still encoded, with the dot between them.
    let signed: ArraySlice<UInt8>
    let header: [UInt8]
    let claims: [UInt8]
    let signature: [UInt8]

    /// Takes a token apart; nil when it is not three non-empty parts of base64url.
    init?(_ token: [UInt8]) {
        let parts = token.split(separator: 0x2E, maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        guard let header = Base64URL.decode(parts[0]), let claims = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { return nil }
        signed = token[..<parts[1].endIndex]
        self.header = header
        self.claims = claims
        self.signature = signature
    }
}
