/// Collects the bytes of a module. Large contents are kept as they are and not copied before the end.
struct ByteWriter {
    /// Contents from this size on are shared: below it a copy costs less than one piece more.
    private static let sharedBytes = 16 << 10

    /// Finished pieces in front of ``tail``.
    private var pieces: [ArraySlice<UInt8>] = []
    private var tail: [UInt8] = []
    private var pieceBytes = 0

    /// How many bytes there are.
    var count: Int { pieceBytes + tail.count }

    /// The bytes in pieces, in order.
    consuming func finish() -> [ArraySlice<UInt8>] {
        flush()
        return pieces
    }

    /// The bytes in one piece.
    consuming func joined() -> [UInt8] {
        guard !pieces.isEmpty else { return tail }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for piece in pieces { bytes.append(contentsOf: piece) }
        bytes.append(contentsOf: tail)
        return bytes
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) { tail.append(byte) }

    mutating func append(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count >= Self.sharedBytes else { return tail.append(contentsOf: bytes) }
        flush()
        pieces.append(bytes)
        pieceBytes += bytes.count
    }

    mutating func append(_ other: consuming ByteWriter) {
        for piece in other.pieces { append(piece) }
        append(other.tail[...])
    }

    /// A list: its count, then its elements.
    mutating func list<Element>(_ elements: [Element], _ body: (inout ByteWriter, Element) -> Void) {
        unsigned(elements.count)
        for element in elements { body(&self, element) }
    }

    /// A name: its length in bytes, then its UTF-8.
    mutating func name(_ name: String) {
        let utf8 = Array(name.utf8)
        unsigned(utf8.count)
        append(utf8[...])
    }

    /// Something with its size in bytes in front.
    mutating func sized(_ body: (inout ByteWriter) -> Void) {
        var contents = ByteWriter()
        body(&contents)
        unsigned(contents.count)
        append(contents)
    }

    private mutating func flush() {
        guard !tail.isEmpty else { return }
        pieceBytes += tail.count
        pieces.append(tail[...])
        tail = []
    }
}
