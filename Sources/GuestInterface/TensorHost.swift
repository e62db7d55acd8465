import WasmEngine

/// `wasi:tensor/host`: the call's input, for guests that do without WASI, and the stream to its caller.
enum TensorHost {
    private static let modules = ["wasi:tensor/host", "wasi:tensor/host@0.1.0"]
    /// A pointer and length that do not lie inside the guest's memory.
    private static let badRegion: Int32 = -2

    static func define(in linker: Linker) throws(EngineError) {
        for module in modules {
            try linker.define(Import(module: module, name: "input-len"), FunctionType([], [.i32])) { call in
                call.returns(i32: Int32(clamping: input(of: call).count))
            }
            try linker.define(Import(module: module, name: "read-input"), FunctionType([.i32, .i32], [.i32])) { call in
                call.returns(i32: copyInput(from: 0, to: call.u32(0), length: call.u32(1), call))
            }
            try linker.define(
                Import(module: module, name: "read-input-at"), FunctionType([.i32, .i32, .i32], [.i32])
            ) { call in
                call.returns(i32: copyInput(from: call.u32(0), to: call.u32(1), length: call.u32(2), call))
            }
            try defineChunks(in: linker, module)
        }
    }

    private static func input(of call: borrowing HostCall) -> [UInt8] {
        if case .bytes(let bytes) = call.invocation.streams.input { bytes } else { [] }
    }

    /// Copies as much of the input from `offset` as the region holds.
    /// - Returns: the number of bytes copied, 0 at and beyond the input's end, or ``badRegion``.
    private static func copyInput(
        from offset: UInt32, to pointer: UInt32, length: UInt32, _ call: borrowing HostCall
    ) -> Int32 {
        guard let memory = call.memory(), memory.contains(pointer, length) else { return badRegion }
        let input = input(of: call)
        let start = min(Int(offset), input.count)
        let count = min(Int(length), input.count - start, Int(Int32.max))
        let isWritten = memory.write(input.span.extracting(start..<start + count), to: pointer)
        return isWritten ? Int32(count) : badRegion
    }
}
