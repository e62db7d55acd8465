import CWasmtime
import Glibc

/// Gives a store its view of the world: arguments and standard streams, clocks and randomness, nothing else.
enum WASIContext {
    /// - Returns: a failure when the engine refuses the context.
    static func install(_ streams: GuestStreams, in context: OpaquePointer) -> GuestFailure? {
        let config = wasi_config_new()
        setArguments(streams.arguments, in: config)
        switch streams.input {
        case .inherited: wasi_config_inherit_stdin(config)
        case .bytes(let bytes): setInput(bytes, in: config)
        }
        // Sound: each callback owns its sink until the finalizer runs, which may be on a thread of the library's.
        if let output = streams.output {
            wasi_config_set_stdout_custom(config, Self.write, Unmanaged.passRetained(Box(output)).toOpaque(), release)
        }
        if let errors = streams.errors {
            wasi_config_set_stderr_custom(config, Self.write, Unmanaged.passRetained(Box(errors)).toOpaque(), release)
        }
        return wasmtime_context_set_wasi(context, config).map { .instantiation(message(taking: $0)) }
    }

    private static func setArguments(_ arguments: [String], in config: OpaquePointer) {
        guard !arguments.isEmpty else { return }
        var copies: [UnsafePointer<CChar>?] = arguments.map { UnsafePointer(strdup($0)) }
        // The configuration copies the texts.
        _ = wasi_config_set_argv(config, copies.count, &copies)
        for copy in copies { free(UnsafeMutableRawPointer(mutating: copy)) }
    }

    private static func setInput(_ bytes: [UInt8], in config: OpaquePointer) {
        guard !bytes.isEmpty else { return }
        var vector = wasm_byte_vec_t()
        wasm_byte_vec_new_uninitialized(&vector, bytes.count)
        guard let data = vector.data else { return }
        bytes.withUnsafeBytes { source in
            // Sound: the vector was made with room for exactly these bytes.
            UnsafeMutableRawPointer(data).copyMemory(from: source.baseAddress!, byteCount: source.count)
        }
        wasi_config_set_stdin_bytes(config, &vector)
    }

    private static let write: tw_output_callback_t = { environment, bytes, count in
        Unmanaged<Box>.fromOpaque(environment!)._withUnsafeGuaranteedRef { box in
            box.sink.write(UnsafeRawBufferPointer(start: bytes, count: count).bytes)
        }
        return count
    }

    private static let release: tw_finalizer_t = { Unmanaged<Box>.fromOpaque($0!).release() }

    private final class Box {
        let sink: any OutputSink
        init(_ sink: any OutputSink) { self.sink = sink }
    }
}
