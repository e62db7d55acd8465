import NIOCore

/// Takes the bytes of a connection apart into HTTP/1.1 answers.
///
/// Written apart from the server's own encoder and parser, so that it does not share their mistakes.
struct ResponseReader {
    private var buffer = ByteBuffer()

    /// The bytes that are not part of an answer yet.
    var rest: String { String(buffer: buffer) }

    mutating func feed(_ bytes: ByteBuffer) { buffer.writeImmutableBuffer(bytes) }

    /// The next answer, if all of it has come.
    mutating func next(isHead: Bool) throws(RawConnectionError) -> RawResponse? {
        guard let (head, bodyStart) = try head() else { return nil }
        var response = head
        let hasNoBody = isHead || response.status < 200 || response.status == 204 || response.status == 304
        guard let length = hasNoBody ? 0 : response["content-length"].flatMap(Int.init),
            let body = buffer.getBytes(at: bodyStart, length: length)
        else { return nil }
        response.body = body
        buffer.moveReaderIndex(to: bodyStart + length)
        return response
    }

    /// The last answer of a connection that has ended: one without a length ends with the connection.
    mutating func end() throws(RawConnectionError) -> RawResponse? {
        guard let (head, bodyStart) = try head(), head["content-length"] == nil else { return nil }
        var response = head
        response.body = buffer.getBytes(at: bodyStart, length: buffer.writerIndex - bodyStart) ?? []
        buffer.moveReaderIndex(to: buffer.writerIndex)
        return response
    }

    private func head() throws(RawConnectionError) -> (RawResponse, bodyStart: Int)? {
        let bytes = buffer.readableBytesView
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let words = lines[0].split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
            throw .malformed(rest)
        }
        var headers: [(name: String, value: String)] = []
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { throw .malformed(rest) }
            headers.append((parts[0].lowercased(), String(parts[1].drop { $0 == " " })))
        }
        return (RawResponse(status: status, headers: headers), end.upperBound)
    }
}
