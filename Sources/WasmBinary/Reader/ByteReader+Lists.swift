extension ByteReader {
    /// The count in front of a list, checked before anything is allocated for it.
    /// - Parameters:
    ///   - what: What is counted, for the message.
    ///   - limit: The greatest count allowed.
    ///   - bytesEach: The fewest bytes that one of them takes.
    mutating func count(of what: String, limit: Int, bytesEach: Int = 1) throws(BinaryError) -> Int {
        let start = position
        let count = Int(try unsigned32())
        guard count <= limit else { throw fault(.limitExceeded, "more than \(limit) \(what)", at: start) }
        guard count <= remaining / bytesEach else {
            throw fault(.unexpectedEnd, "\(count) \(what) do not fit into \(remaining) bytes", at: start)
        }
        return count
    }

    /// A list with its count in front.
    mutating func list<Element>(
        of what: String, limit: Int, bytesEach: Int = 1,
        _ element: (inout ByteReader) throws(BinaryError) -> Element
    ) throws(BinaryError) -> [Element] {
        let count = try count(of: what, limit: limit, bytesEach: bytesEach)
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try element(&self)) }
        return elements
    }

    /// A list of indices.
    mutating func indices(of what: String, limit: Int) throws(BinaryError) -> [UInt32] {
        try list(of: what, limit: limit) { (reader) throws(BinaryError) in try reader.unsigned32() }
    }

    /// A name: UTF-8 with its length in bytes in front.
    mutating func name() throws(BinaryError) -> String {
        let start = position
        let bytes = try take(try count(of: "bytes of a name", limit: limits.nameBytes))
        guard let name = String(validating: bytes, as: UTF8.self) else {
            throw fault(.malformedName, "malformed UTF-8 encoding", at: start)
        }
        return name
    }

    /// Bytes with their number in front, shared with the input.
    mutating func byteList() throws(BinaryError) -> ArraySlice<UInt8> { try take(Int(try unsigned32())) }
}
