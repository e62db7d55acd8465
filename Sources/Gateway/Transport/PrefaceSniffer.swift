/// Tells HTTP/2 from HTTP/1 by the first bytes of a connection that is not encrypted.
///
/// HTTP/2 begins with what looks like a request of a method that no server of HTTP/1 answers.
enum PrefaceSniffer {
    enum Verdict: Equatable {
        case http1
        case http2
        /// There are too few bytes to tell.
        case undecided
    }

    private static let preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8

    /// Of any client of HTTP/1 the first or the second byte decides.
    static func judge(_ bytes: some Collection<UInt8>) -> Verdict {
        guard bytes.prefix(preface.count).elementsEqual(preface.prefix(bytes.count)) else { return .http1 }
        return bytes.count >= preface.count ? .http2 : .undecided
    }
}
