/// A section that engines do not look at: names, debugging information, notes of tools.
public struct CustomSection: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its contents behind the name.
    public var bytes: ArraySlice<UInt8>
    /// The section it stands behind; nil is the front of the module. Where that one is empty, the place stays.
    public var predecessor: SectionKind?

    /// A custom section.
    public init(_ name: String, _ bytes: ArraySlice<UInt8>, behind predecessor: SectionKind? = .data) {
        self.name = name
        self.bytes = bytes
        self.predecessor = predecessor
    }
}

extension ByteWriter {
    mutating func customSection(_ section: CustomSection) {
        append(0)
        sized {
            $0.name(section.name)
            $0.append(section.bytes)
        }
    }
}
