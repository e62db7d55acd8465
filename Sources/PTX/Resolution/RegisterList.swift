/// The registers that a function uses, in the order of their first use.
///
/// A text can declare far more registers than it uses; those cost nothing.
struct RegisterList {
    /// The registers so far.
    private(set) var registers: [CheckedFunction.Register] = []

    /// Adds a register, or the components of a vector register as `name.x` and so on.
    mutating func add(_ name: String, _ type: ScalarType, count: Int) -> Symbol {
        let first = registers.count
        if count == 1 {
            registers.append(CheckedFunction.Register(name: name, type: type))
        } else {
            for component in ["x", "y", "z", "w"].prefix(count) {
                registers.append(CheckedFunction.Register(name: "\(name).\(component)", type: type))
            }
        }
        return .register(type, first: first, count: count)
    }
}
