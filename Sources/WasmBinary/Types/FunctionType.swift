/// What a function takes and returns.
public struct FunctionType: Sendable, Hashable {
    /// The types of the parameters, first to last.
    public var parameters: [ValueType]
    /// The types of the results, first to last.
    public var results: [ValueType]

    /// A function type.
    public init(parameters: [ValueType] = [], results: [ValueType] = []) {
        self.parameters = parameters
        self.results = results
    }
}

extension ByteReader {
    mutating func functionType() throws(BinaryError) -> FunctionType {
        let parameters = try valueTypes("parameters", limit: limits.parameters)
        return FunctionType(parameters: parameters, results: try valueTypes("results", limit: limits.results))
    }

    mutating func valueTypes(_ what: String, limit: Int) throws(BinaryError) -> [ValueType] {
        try list(of: what, limit: limit) { (reader) throws(BinaryError) in try reader.valueType() }
    }
}

extension ByteWriter {
    mutating func functionType(_ type: FunctionType) {
        valueTypes(type.parameters)
        valueTypes(type.results)
    }

    mutating func valueTypes(_ types: [ValueType]) { list(types) { $0.valueType($1) } }
}
