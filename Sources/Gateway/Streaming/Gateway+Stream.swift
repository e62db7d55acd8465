import HummingbirdCore
import NIOCore
import Runtime
import Settings

extension Gateway {
    /// Calls a function and sends on what its guest streams, while it runs.
    ///
    /// - Parameters:
    ///   - headers: fields of the answer beside those every stream has.
    ///   - isLast: whether the connection ends after the answer, at the client's wish.
    /// - Returns: how it ended, when the call has ended and all is written that can be. The answer is complete unless
    ///   ``StreamOutcome/isAborted``: then the connection must be closed.
    func stream(
        _ scope: RequestScope, _ request: CallRequest, format: StreamFormat,
        headers: [(name: String, value: String)] = [], isLast: Bool, connection: StreamConnection,
        times: StreamTimes = StreamTimes(), writer: consuming ResponseWriter
    ) async -> StreamOutcome {
        let chunks = ChunkStream(limits: .published) { [metrics] count in
            metrics.streamingChunks.increment(by: UInt64(count))
        }
        let supervisor = StreamSupervisor(runtime: runtime, chunks: chunks, connection: connection, times: times)
        var request = request
        request.chunks = chunks
        let call = runtime.call(request) { answer in
            chunks.end(answer)
            supervisor.callEnded()
        }
        supervisor.watch(call)
        defer { supervisor.stop() }
        if format == .events { supervisor.keepAlive() }
        let answer = StreamAnswer(
            gateway: self, scope: scope, format: format, chunks: chunks, supervisor: supervisor,
            connection: connection, headers: headers, isLast: isLast)
        var unused: ResponseWriter? = writer
        return await withTaskCancellationHandler {
            guard let writer = unused.take() else { preconditionFailure("the writer was used twice") }
            return await answer.write(to: writer)
        } onCancel: {
            // The server gives up its connections; so does the stream.
            supervisor.clientLeft()
        }
    }
}

extension ChunkLimits {
    /// The limits that clients may rely on.
    fileprivate static var published: ChunkLimits {
        var limits = ChunkLimits()
        limits.chunkBytes = FixedLimits.streamChunkBytes.value
        limits.totalBytes = FixedLimits.streamBytes.value
        limits.chunksInFlight = FixedLimits.streamChunksInFlight.value
        return limits
    }
}
