import WasmEngine

/// The WASI function that writes to streams.
///
/// It replaces the engine's own, which hands every write to a thread of its own and waits for it. Guests have no
/// descriptors but the three standard ones, so this is all of it. Layouts and numbers are those of WASI preview 1.
enum WASIOutput {
    /// Buffers of one call; the system's own limit is the same (`IOV_MAX`).
    private static let bufferLimit: UInt32 = 1_024
    /// Bytes of an `iovec`: offset and length.
    private static let bufferSize: UInt32 = 8

    static func define(in linker: Linker) throws(EngineError) {
        try linker.define(
            Import(module: "wasi_snapshot_preview1", name: "fd_write"), FunctionType([.i32, .i32, .i32, .i32], [.i32])
        ) { call in
            call.returns(i32: write(call).rawValue)
        }
    }

    private static func write(_ call: borrowing HostCall) -> WASIErrorNumber {
        let streams = call.invocation.streams
        let sink: (any OutputSink)?
        switch call.u32(0) {
        case 1: sink = streams.output
        case 2: sink = streams.errors
        default: return .badDescriptor
        }
        let (list, count) = (call.u32(1), call.u32(2))
        guard count <= bufferLimit else { return .invalid }
        guard let memory = call.memory(), memory.contains(list, count * bufferSize) else { return .fault }
        // All buffers are checked before any is written: a call writes everything or nothing.
        var buffers: [(offset: UInt32, length: UInt32)] = []
        var total: UInt64 = 0
        for index in 0..<count {
            guard let offset = memory.load(list + index * bufferSize, as: UInt32.self),
                let length = memory.load(list + index * bufferSize + 4, as: UInt32.self),
                memory.contains(offset, length)
            else { return .fault }
            buffers.append((offset, length))
            total += UInt64(length)
        }
        guard let written = UInt32(exactly: total) else { return .invalid }
        guard memory.store(written, to: call.u32(3)) else { return .fault }
        if let sink {
            for buffer in buffers { memory.withBytes(buffer.offset, buffer.length) { sink.write($0) } }
        }
        return .success
    }
}
