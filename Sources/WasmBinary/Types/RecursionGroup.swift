/// Types that may refer to one another. Most modules have groups of one.
public struct RecursionGroup: Sendable, Hashable {
    /// The types of the group, in the order of their indices.
    public var types: [SubType]

    /// A group of types.
    public init(_ types: [SubType]) { self.types = types }

    /// A group of one function type.
    public init(_ type: FunctionType) { types = [SubType(.function(type))] }
}

extension RecursionGroup {
    static let code: UInt8 = 0x4E
}

extension ByteReader {
    /// - Parameter limit: How many types the module may still have.
    mutating func recursionGroup(limit: Int) throws(BinaryError) -> RecursionGroup {
        guard try peek() == RecursionGroup.code else { return RecursionGroup([try subType()]) }
        _ = try byte()
        return RecursionGroup(
            try list(of: "types", limit: limit, bytesEach: 2) { (reader) throws(BinaryError) in
                try reader.subType()
            })
    }
}

extension ByteWriter {
    mutating func recursionGroup(_ group: RecursionGroup) {
        if group.types.count == 1 { return subType(group.types[0]) }
        append(RecursionGroup.code)
        list(group.types) { $0.subType($1) }
    }
}
