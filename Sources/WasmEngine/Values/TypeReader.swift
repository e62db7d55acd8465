import CWasmtime

/// Reads function types of the C interface.
///
/// Types are compared with known ones instead of asking for their kind: for a type the C interface has no number
/// for, that question ends the process.
struct TypeReader: ~Copyable {
    private let known: [(type: ValueType, raw: OpaquePointer)]

    init() {
        var known = [ValueType.i32, .i64, .f32, .f64].compactMap { type in
            type.kind.map { (type: type, raw: wasm_valtype_new($0)) }
        }
        known.append((.v128, wasmtime_wasm_valtype_v128()))
        self.known = known
    }

    deinit {
        for entry in known { wasm_valtype_delete(entry.raw) }
    }

    func read(_ type: OpaquePointer) -> FunctionType {
        FunctionType(read(wasm_functype_params(type)), read(wasm_functype_results(type)))
    }

    private func read(_ list: UnsafePointer<wasm_valtype_vec_t>) -> [ValueType] {
        guard let data = list.pointee.data else { return [] }
        return (0..<list.pointee.size).map { index in
            known.first { wasmtime_wasm_valtype_equal($0.raw, data[index]) }?.type ?? .reference
        }
    }
}

extension FunctionType {
    /// A new C type, which the caller deletes. `nil` when a type is not one a host can pass.
    func makeRaw() -> OpaquePointer? {
        func list(_ types: [ValueType]) -> wasm_valtype_vec_t? {
            var raw: [OpaquePointer] = []
            for type in types {
                guard let kind = type.kind else {
                    raw.forEach(wasm_valtype_delete)
                    return nil
                }
                raw.append(wasm_valtype_new(kind))
            }
            var out = wasm_valtype_vec_t()
            wasm_valtype_vec_new(&out, raw.count, raw)
            return out
        }
        guard var parameters = list(parameters), var results = list(results) else { return nil }
        return wasm_functype_new(&parameters, &results)
    }
}
