import CWasmtime

extension String {
    /// Takes over and frees a byte vector that holds text. A trailing NUL, which trap messages carry, is dropped.
    init(taking vector: inout wasm_byte_vec_t) {
        self.init(vector)
        wasm_byte_vec_delete(&vector)
    }

    /// Copies text from a byte vector that stays with its owner; invalid UTF-8 is replaced.
    init(_ vector: wasm_byte_vec_t) {
        // Sound: the C interface promises `size` readable bytes at `data` while the vector lives.
        var bytes = UnsafeRawBufferPointer(start: vector.data, count: vector.size)[...]
        if bytes.last == 0 { bytes.removeLast() }
        self.init(decoding: bytes, as: UTF8.self)
    }
}

/// Takes over and frees an error of the C interface.
func message(taking error: OpaquePointer) -> String {
    var text = wasm_byte_vec_t()
    wasmtime_error_message(error, &text)
    wasmtime_error_delete(error)
    return String(taking: &text)
}
