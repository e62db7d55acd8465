/// Something that a module offers.
public struct Export: Sendable, Hashable {
    /// Its name. Names are compared byte by byte, as ``isNamed(_:)`` does; `==` of strings is more generous.
    public var name: String
    /// What it is.
    public var kind: ExternalKind
    /// Which, by its index.
    public var index: UInt32

    /// An export.
    public init(_ name: String, _ kind: ExternalKind, _ index: UInt32) {
        self.name = name
        self.kind = kind
        self.index = index
    }

    /// Whether it has this name, byte by byte.
    public func isNamed(_ name: String) -> Bool { self.name.utf8.elementsEqual(name.utf8) }
}

extension ByteReader {
    mutating func export() throws(BinaryError) -> Export {
        let name = try name()
        let start = position
        guard let kind = ExternalKind(rawValue: try byte()) else {
            throw fault(.malformed, "malformed export kind", at: start)
        }
        return Export(name, kind, try unsigned32())
    }
}

extension ByteWriter {
    mutating func export(_ export: Export) {
        name(export.name)
        append(export.kind.rawValue)
        index(export.index)
    }
}
