import CWasmtime

/// A value passed to or returned by a guest.
public enum Value: Sendable, Equatable {
    case i32(Int32)
    case i64(Int64)
    case f32(Float)
    case f64(Double)

    /// The type that the value has.
    public var type: ValueType {
        switch self {
        case .i32: .i32
        case .i64: .i64
        case .f32: .f32
        case .f64: .f64
        }
    }

    var raw: wasmtime_val_t {
        var raw = wasmtime_val_t()
        switch self {
        case .i32(let value): (raw.kind, raw.of.i32) = (0, value)
        case .i64(let value): (raw.kind, raw.of.i64) = (1, value)
        case .f32(let value): (raw.kind, raw.of.f32) = (2, value)
        case .f64(let value): (raw.kind, raw.of.f64) = (3, value)
        }
        return raw
    }

    /// The result of a host function that declares that type; another one would make the guest read foreign bits.
    func raw(as type: ValueType) -> wasmtime_val_t {
        precondition(self.type == type, "a host function returned \(self.type) where it declares \(type)")
        return raw
    }

    /// - Returns: `nil` for vectors and references.
    init?(_ raw: wasmtime_val_t) {
        switch raw.kind {
        case 0: self = .i32(raw.of.i32)
        case 1: self = .i64(raw.of.i64)
        case 2: self = .f32(raw.of.f32)
        case 3: self = .f64(raw.of.f64)
        default: return nil
        }
    }
}
