/// How a variable lies in memory.
struct VariableLayout {
    /// The type of an element's components.
    let type: ScalarType
    /// Components of an element.
    let vector: Int
    /// Array bounds, outermost first, an open one resolved.
    let dimensions: [Int]
    /// Size in bytes.
    let byteCount: Int
    /// Alignment in bytes.
    let alignment: Int
    /// Whether the outermost bound was left open and nothing says what it is.
    let isOpen: Bool

    /// The largest alignment accepted.
    static let largestAlignment = 1 << 16

    /// The layout of a declaration.
    init(_ variable: Variable) throws(Fault) {
        guard let type = variable.type, type.isFundamental else {
            throw Fault(.type, "`.\(variable.typeName.clipped)` is not a type that a variable can have")
        }
        guard type != .pred else { throw Fault(.type, "a predicate can only be a register") }
        guard [1, 2, 4].contains(variable.vector), type.byteCount * variable.vector <= 16 else {
            throw Fault(.type, "a vector of \(variable.vector) elements of .\(type.rawValue) is too long")
        }
        var dimensions: [Int] = []
        var isOpen = false
        for (index, bound) in variable.dimensions.enumerated() {
            if let bound {
                guard bound > 0 || (variable.linkage == .extern && index == 0) else {
                    throw Fault(.type, "the array `\(variable.name.clipped)` has a bound of \(bound)")
                }
                isOpen = isOpen || bound == 0
                dimensions.append(bound)
            } else if index > 0 {
                throw Fault(.type, "only the first bound of the array `\(variable.name.clipped)` can be left open")
            } else if case .list(let elements) = variable.initializer {
                dimensions.append(elements.count)
            } else {
                isOpen = true
                dimensions.append(0)
            }
        }
        var byteCount = type.byteCount * variable.vector
        for bound in dimensions {
            let (product, isTooLarge) = byteCount.multipliedReportingOverflow(by: bound)
            guard !isTooLarge, product < 1 << 48 else {
                throw Fault(.limit, "the array `\(variable.name.clipped)` does not fit into any memory")
            }
            byteCount = product
        }
        let alignment = variable.alignment ?? type.byteCount * variable.vector
        guard alignment > 0, alignment & (alignment - 1) == 0 else {
            throw Fault(.type, "an alignment of \(alignment) is not a power of two")
        }
        guard alignment <= Self.largestAlignment else {
            throw Fault(.limit, "an alignment of \(alignment): at most \(Self.largestAlignment) is possible")
        }
        self.type = type
        self.vector = variable.vector
        self.dimensions = dimensions
        self.byteCount = byteCount
        self.alignment = alignment
        self.isOpen = isOpen
    }
}
