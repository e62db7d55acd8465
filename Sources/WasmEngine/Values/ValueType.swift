import CWasmtime

/// The type of a parameter or result of a WebAssembly function.
public enum ValueType: String, Sendable, Equatable {
    case i32, i64, f32, f64
    case v128
    /// Any reference type; such values cannot cross the host's interface.
    case reference

    /// The four types a host can pass, with the numbers that the C interface gives them.
    var kind: UInt8? {
        switch self {
        case .i32: 0
        case .i64: 1
        case .f32: 2
        case .f64: 3
        case .v128, .reference: nil
        }
    }
}

/// Parameters and results of a WebAssembly function.
public struct FunctionType: Sendable, Equatable, CustomStringConvertible {
    /// What the function takes, in order.
    public let parameters: [ValueType]
    /// What it returns, in order.
    public let results: [ValueType]

    /// Makes a type of its parts.
    public init(_ parameters: [ValueType], _ results: [ValueType] = []) {
        self.parameters = parameters
        self.results = results
    }

    /// In the notation `(i32, i32) -> (i64)`.
    public var description: String {
        func list(_ types: [ValueType]) -> String { types.map(\.rawValue).joined(separator: ", ") }
        return "(\(list(parameters))) -> (\(list(results)))"
    }
}
