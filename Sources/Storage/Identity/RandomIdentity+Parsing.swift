extension RandomIdentity {
    /// Reads the text of a UUID; upper and lower case are the same.
    ///
    /// Any version is accepted: an identity that was never issued is simply not found.
    ///
    /// - Parameter text: Exactly 36 characters with hyphens; anything else gives nil.
    @inlinable
    public init?(parsing text: some StringProtocol) {
        self.init(ascii: text.utf8)
    }

    /// Reads the text of a UUID from its bytes, without allocating.
    ///
    /// - Parameter bytes: Exactly 36 ASCII bytes; anything else gives nil. At most 37 bytes are looked at.
    @inlinable
    public init?(ascii bytes: some Collection<UInt8>) {
        var parser = UUIDParser()
        for byte in bytes {
            guard parser.feed(byte) else { return nil }
        }
        guard parser.isComplete else { return nil }
        self.init(high: parser.high, low: parser.low)
    }

    /// Reads the text of a UUID from a span, without allocating.
    ///
    /// - Parameter bytes: Exactly 36 ASCII bytes; anything else gives nil.
    @inlinable
    public init?(ascii bytes: Span<UInt8>) {
        var parser = UUIDParser()
        guard bytes.count == 36 else { return nil }
        for index in bytes.indices {
            guard parser.feed(bytes[index]) else { return nil }
        }
        self.init(high: parser.high, low: parser.low)
    }
}
