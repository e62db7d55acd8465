import CWasmtime

/// Turns traps and errors of the C interface into ``GuestFailure``s, taking over and freeing them.
enum FailureReader {
    static func failure(takingTrap trap: OpaquePointer) -> GuestFailure {
        defer { wasm_trap_delete(trap) }
        var text = wasm_byte_vec_t()
        wasm_trap_message(trap, &text)
        var code: UInt8 = 0
        let kind: Trap.Kind = wasmtime_trap_code(trap, &code) ? Trap.Kind(code: code) : .other
        var frames = wasm_frame_vec_t()
        wasm_trap_trace(trap, &frames)
        return .trap(Trap(kind: kind, message: clip(String(taking: &text)), frames: read(&frames)))
    }

    /// - Parameter hasInstance: whether the guest's instance existed; before that an error is the host's.
    static func failure(takingError error: OpaquePointer, hasInstance: Bool) -> GuestFailure {
        var status: Int32 = 0
        if wasmtime_error_exit_status(error, &status) {
            wasmtime_error_delete(error)
            return .exit(code: status)
        }
        var frames = wasm_frame_vec_t()
        wasmtime_error_wasm_trace(error, &frames)
        let trace = read(&frames)
        let text = clip(message(taking: error))
        // A start function that traps is the guest's fault and has frames; a full pool is ours and has none.
        guard hasInstance || !trace.isEmpty else { return .instantiation(text) }
        return .trap(Trap(kind: .other, message: text, frames: trace))
    }

    private static func clip(_ text: String) -> String {
        text.utf8.count <= Trap.messageLimit
            ? text : String(decoding: text.utf8.prefix(Trap.messageLimit), as: UTF8.self)
    }

    private static func read(_ list: inout wasm_frame_vec_t) -> [Trap.Frame] {
        defer { wasm_frame_vec_delete(&list) }
        guard let data = list.data else { return [] }
        return (0..<min(list.size, Trap.frameLimit)).map { index in
            let frame = data[index]
            let name = wasmtime_frame_func_name(frame).map { String($0.pointee) }
            // The greatest size stands for "unknown"; it arrives here as -1.
            let offset = wasm_frame_module_offset(frame)
            return Trap.Frame(
                function: name ?? "func[\(wasm_frame_func_index(frame))]",
                offset: offset < 0 ? nil : offset)
        }
    }
}
