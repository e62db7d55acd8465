extension TraceContext {
    /// Reads a `traceparent` header value strictly.
    ///
    /// Version 00 is exactly 55 bytes. A higher version may carry more after a dash, which is ignored; version `ff`,
    /// ids of zero, upper-case digits, surrounding blanks and any other length are refused.
    ///
    /// - Parameter bytes: The value. No more than 56 bytes are looked at, however long it is.
    /// - Returns: Nil when the value is malformed; by the specification the receiver then starts a new trace.
    public init?(traceparent bytes: some Sequence<UInt8>) {
        var reader = TraceparentReader(bytes.makeIterator())
        guard let version = reader.number(digits: 2), version != 0xFF, reader.dash(),
            let high = reader.number(digits: 16), let low = reader.number(digits: 16), reader.dash(),
            let span = reader.number(digits: 16), reader.dash(),
            let flags = reader.number(digits: 2),
            Self.mayEnd(reader.ending(), version: version),
            let traceID = TraceID(high: high, low: low),
            let spanID = SpanID(value: span)
        else { return nil }
        self.init(traceID: traceID, spanID: spanID, isSampled: flags & 1 == 1)
    }

    /// Reads a `traceparent` header value strictly, as the initialiser from bytes does.
    ///
    /// Concrete, as is the next one, because other modules run unspecialised generic code, here ten times slower.
    public init?(traceparent text: String) {
        self.init(traceparent: text.utf8)
    }

    /// Reads a `traceparent` header value strictly, as the initialiser from bytes does.
    public init?(traceparent text: Substring) {
        self.init(traceparent: text.utf8)
    }

    private static func mayEnd<Bytes>(_ ending: TraceparentReader<Bytes>.Ending, version: UInt64) -> Bool {
        switch ending {
        case .end: true
        case .dash: version > 0
        case .other: false
        }
    }
}
