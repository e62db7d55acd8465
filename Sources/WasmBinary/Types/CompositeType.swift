/// The structure of a defined type.
public enum CompositeType: Sendable, Hashable {
    /// A function.
    case function(FunctionType)
    /// A structure with fields.
    case structure([FieldType])
    /// An array of elements of one type.
    case array(FieldType)
}

extension ByteReader {
    mutating func compositeType() throws(BinaryError) -> CompositeType {
        let start = position
        switch try byte() {
        case 0x60: return .function(try functionType())
        case 0x5F:
            return .structure(
                try list(of: "fields", limit: limits.fields, bytesEach: 2) { (reader) throws(BinaryError) in
                    try reader.fieldType()
                })
        case 0x5E: return .array(try fieldType())
        default: throw fault(.malformed, "malformed type", at: start)
        }
    }
}

extension ByteWriter {
    mutating func compositeType(_ type: CompositeType) {
        switch type {
        case .function(let type):
            append(0x60)
            functionType(type)
        case .structure(let fields):
            append(0x5F)
            list(fields) { $0.fieldType($1) }
        case .array(let element):
            append(0x5E)
            fieldType(element)
        }
    }
}
