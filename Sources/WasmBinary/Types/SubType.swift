/// A type as a module defines it, with its place among the others.
public struct SubType: Sendable, Hashable {
    /// Whether no other type may name it as its supertype.
    public var isFinal: Bool
    /// The types it is a subtype of, by index.
    public var supertypes: [UInt32]
    /// Its structure.
    public var composite: CompositeType

    /// A defined type; final and without supertypes unless said otherwise.
    public init(_ composite: CompositeType, supertypes: [UInt32] = [], isFinal: Bool = true) {
        self.composite = composite
        self.supertypes = supertypes
        self.isFinal = isFinal
    }

    /// The function type, if it is one.
    public var function: FunctionType? {
        guard case .function(let type) = composite else { return nil }
        return type
    }
}

extension SubType {
    static let openCode: UInt8 = 0x50
    static let finalCode: UInt8 = 0x4F
}

extension ByteReader {
    mutating func subType() throws(BinaryError) -> SubType {
        let code = try peek()
        guard code == SubType.openCode || code == SubType.finalCode else { return SubType(try compositeType()) }
        _ = try byte()
        let supertypes = try indices(of: "supertypes", limit: limits.supertypes)
        return SubType(try compositeType(), supertypes: supertypes, isFinal: code == SubType.finalCode)
    }
}

extension ByteWriter {
    mutating func subType(_ type: SubType) {
        if !type.isFinal || !type.supertypes.isEmpty {
            append(type.isFinal ? SubType.finalCode : SubType.openCode)
            list(type.supertypes) { $0.index($1) }
        }
        compositeType(type.composite)
    }
}
