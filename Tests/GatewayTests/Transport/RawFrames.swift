/// Frames of HTTP/2 as bytes, for what no library would send.
enum RawFrames {
    /// What a client begins with, and settings that change nothing.
    static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]

    /// The head of an upload whose body does not come.
    static func openRequest(on stream: Int) -> [UInt8] {
        let (path, authority) = (Array("/functions".utf8), Array("a".utf8))
        // `POST` and `http` from the static table; path and authority with their own values.
        let fields = [0x83, 0x86, 0x04, UInt8(path.count)] + path + [0x01, UInt8(authority.count)] + authority
        return head(type: 1, flags: 4, on: stream, length: fields.count) + fields
    }

    /// A list of headers that is not complete yet.
    static func beginningOfHeaders(on stream: Int) -> [UInt8] {
        head(type: 1, flags: 0, on: stream, length: 1) + [0x82]
    }

    /// More of that list, which says nothing.
    static func emptyContinuation(on stream: Int) -> [UInt8] { head(type: 9, flags: 0, on: stream, length: 0) }

    /// A whole request for a list of functions.
    static func request(on stream: Int) -> [UInt8] {
        let path = Array("/functions".utf8)
        let fields = [0x82, 0x86, 0x04, UInt8(path.count)] + path + [0x01, 1, UInt8(ascii: "a")]
        return head(type: 1, flags: 5, on: stream, length: fields.count) + fields
    }

    /// A whole request with a field that HTTP/2 forbids.
    static func forbiddenRequest(on stream: Int) -> [UInt8] {
        let (name, value) = (Array("connection".utf8), Array("close".utf8))
        let field = [0x00, UInt8(name.count)] + name + [UInt8(value.count)] + value
        let fields = [0x82, 0x86, 0x84] + field
        return head(type: 1, flags: 5, on: stream, length: fields.count) + fields
    }

    static func reset(_ stream: Int) -> [UInt8] { head(type: 3, flags: 0, on: stream, length: 4) + [0, 0, 0, 8] }
    static let ping = head(type: 6, flags: 0, on: 0, length: 8) + [0, 1, 2, 3, 4, 5, 6, 7]
    static let emptySettings = head(type: 4, flags: 0, on: 0, length: 0)
    static func emptyData(on stream: Int) -> [UInt8] { head(type: 0, flags: 0, on: stream, length: 0) }

    private static func head(type: UInt8, flags: UInt8, on stream: Int, length: Int) -> [UInt8] {
        [UInt8(length >> 16), UInt8(length >> 8 & 255), UInt8(length & 255), type, flags]
            + [UInt8(stream >> 24), UInt8(stream >> 16 & 255), UInt8(stream >> 8 & 255), UInt8(stream & 255)]
    }
}
