extension SyntaxWriter {
    static func attributes(_ attributes: [String]) -> String {
        attributes.isEmpty ? "" : ".attribute(\(attributes.map { ".\($0)" }.joined(separator: ", "))) "
    }

    static func parameters(_ parameters: [Variable]) -> String {
        "(\(parameters.map(declaration).joined(separator: ", ")))"
    }

    /// A declaration without the semicolon.
    static func declaration(_ variable: Variable) -> String {
        var text = variable.linkage.map { ".\($0.rawValue) " } ?? ""
        text += ".\(variable.space.rawValue) "
        text += attributes(variable.attributes)
        if let alignment = variable.alignment { text += ".align \(alignment) " }
        if variable.vector > 1 { text += ".v\(variable.vector) " }
        text += ".\(variable.typeName) "
        if let pointer = variable.pointer {
            text += ".ptr "
            if let space = pointer.space { text += ".\(space.rawValue) " }
            if let alignment = pointer.alignment { text += ".align \(alignment) " }
        }
        text += variable.name
        if let range = variable.range { text += "<\(range)>" }
        for dimension in variable.dimensions { text += dimension.map { "[\($0)]" } ?? "[]" }
        if let initializer = variable.initializer { text += " = \(self.initializer(initializer))" }
        return text
    }

    private static func initializer(_ value: Initializer) -> String {
        switch value {
        case .integer(let bits): return integer(bits)
        case .single(let bits): return single(bits)
        case .double(let bits): return double(bits)
        case .address(let name, let offset, let isGeneric):
            let address = isGeneric ? "generic(\(name))" : name
            return offset == 0 ? address : "\(address)+\(offset)"
        case .list(let elements): return "{\(elements.map(initializer).joined(separator: ", "))}"
        }
    }

    /// The bits as a signed number, which every place for an integer takes.
    static func integer(_ bits: UInt64) -> String { String(Int64(bitPattern: bits)) }
    static func single(_ bits: UInt32) -> String { "0f\(hexadecimal(UInt64(bits), digits: 8))" }
    static func double(_ bits: UInt64) -> String { "0d\(hexadecimal(bits, digits: 16))" }

    private static func hexadecimal(_ bits: UInt64, digits: Int) -> String {
        let text = String(bits, radix: 16, uppercase: true)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }
}
