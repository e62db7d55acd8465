import WasmEngine

extension TensorHost {
    /// Offers `emit-chunk` and `flush`: output that reaches the caller while the guest runs.
    ///
    /// Either answers at once as a rule. A guest that is faster than its caller is suspended, and holds no thread.
    static func defineChunks(in linker: Linker, _ module: String) throws(EngineError) {
        try linker.defineSuspending(
            Import(module: module, name: "emit-chunk"), FunctionType([.i32, .i32], [.i32])
        ) { call in
            emit(call)
        }
        try linker.defineSuspending(Import(module: module, name: "flush"), FunctionType([], [.i32])) { call in
            answer(call) { sink, resume in sink.flush(then: resume) }
        }
    }

    private static func emit(_ call: borrowing SuspendingHostCall) -> HostAnswer {
        let (pointer, length) = (call.u32(0), call.u32(1))
        // The pointer comes first, as everywhere in the interface: a bad one is a fault of the guest with any caller.
        guard let memory = call.memory(), memory.contains(pointer, length) else { return value(.refused) }
        return answer(call) { sink, resume in
            guard length <= sink.chunkBytes, let bytes = memory.read(pointer, length) else { return .refused }
            return sink.emit(bytes, then: resume)
        }
    }

    /// Asks the call's sink, and suspends the guest until the answer when there is none yet.
    private static func answer(
        _ call: borrowing SuspendingHostCall,
        _ ask: (any ChunkSink, @escaping @Sendable (ChunkAnswer) -> Void) -> ChunkAnswer?
    ) -> HostAnswer {
        guard let sink = call.invocation.streams.chunks else { return value(.noStream) }
        let suspension = Suspension.until(resumed: call.invocation)
        let answer = ask(sink) { answer in suspension.resume { .i32(answer.rawValue) } }
        return answer.map(value) ?? .suspend(suspension)
    }

    private static func value(_ answer: ChunkAnswer) -> HostAnswer { .value(.i32(answer.rawValue)) }
}
