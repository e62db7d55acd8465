/// The bytes of an initialiser, and the addresses among them.
struct InitialValue {
    private(set) var bytes: [UInt8] = []
    private(set) var relocations: [CheckedVariable.Relocation] = []
    private let type: ScalarType
    /// Finds a variable that an initialiser mentions by name.
    private let find: (String) throws(Fault) -> Int

    /// The value of a variable of that layout.
    init(
        _ initializer: Initializer, layout: VariableLayout, find: @escaping (String) throws(Fault) -> Int
    ) throws(Fault) {
        type = layout.type
        self.find = find
        var dimensions = layout.dimensions
        if layout.vector > 1 { dimensions.append(layout.vector) }
        try fill(initializer, dimensions[...], at: 0)
    }

    private mutating func fill(_ value: Initializer, _ dimensions: ArraySlice<Int>, at offset: Int) throws(Fault) {
        guard let bound = dimensions.first else {
            if case .list(let elements) = value {
                guard elements.count == 1 else { throw Fault(.type, "a list where one value belongs") }
                return try fill(elements[0], dimensions, at: offset)
            }
            return try store(value, at: offset)
        }
        guard case .list(let elements) = value else { throw Fault(.type, "one value where a list belongs") }
        guard elements.count <= bound else {
            throw Fault(.type, "\(elements.count) values for an array of \(bound)")
        }
        let inner = dimensions.dropFirst()
        let stride = inner.reduce(type.byteCount, *)
        for (index, element) in elements.enumerated() { try fill(element, inner, at: offset + index * stride) }
    }

    private mutating func store(_ value: Initializer, at offset: Int) throws(Fault) {
        let constant: Operand
        switch value {
        case .integer(let bits): constant = .integer(bits)
        case .single(let bits): constant = .single(bits)
        case .double(let bits): constant = .double(bits)
        case .address(let name, let addend, let isGeneric):
            guard type.bitWidth == 64, type.kind != .float else {
                throw Fault(.unsupported, "the address of `\(name.clipped)` needs an element of 64 bits")
            }
            relocations.append(
                .init(offset: offset, variable: try find(name), addend: addend, isGeneric: isGeneric))
            return put(0, at: offset)
        case .list: return
        }
        let bits: UInt64
        switch (type, value) {
        case (.f16, .double(let double)): bits = UInt64(Float16(Double(bitPattern: double)).bitPattern)
        case (.f16, .single(let single)): bits = UInt64(Float16(Float(bitPattern: single)).bitPattern)
        default:
            guard let constantBits = constant.constantBits(type) else {
                throw Fault(.type, "the value does not fit the type .\(type.rawValue)")
            }
            bits = constantBits
        }
        put(bits, at: offset)
    }

    private mutating func put(_ bits: UInt64, at offset: Int) {
        let end = offset + type.byteCount
        if bytes.count < end { bytes.append(contentsOf: repeatElement(0, count: end - bytes.count)) }
        for index in 0..<min(type.byteCount, 8) {
            bytes[offset + index] = UInt8(truncatingIfNeeded: bits >> (8 * index))
        }
    }
}
