import NIOCore
import NIOHTTP2
import Settings

/// What one connection of HTTP/2 may do. Whoever goes beyond is disconnected.
enum HTTP2Limits {
    /// Streams that are open at the same time. As many as a busy client needs, and few enough that one connection
    /// cannot take the server's memory.
    static let concurrentStreams = 128
    /// Frames that cost little to send and something to receive, in every ``window``: resets by the client, resets that
    /// it provokes, and control frames. Twice every open stream; no client has reason to give up more often.
    static let cheapFrames = 2 * concurrentStreams
    static let window = TimeAmount.seconds(30)
    /// Frames of data without data, one after another.
    static let emptyDataFrames = 8
    /// Frames of one list of headers. With 16 KiB each they hold more than the list may have.
    static let continuationFrames = 8
    /// Frames that are not in order but do no harm, over the life of a connection.
    static let glitches = 256
    /// Control frames that wait for a client which does not read.
    static let bufferedControlFrames = 1_024
    /// Bytes of one request's body that the client may send before they are read.
    static let streamWindowBytes = 256 << 10
    /// Bytes of an answer that wait for a client which does not read, before whoever writes them has to wait.
    static let outboundBufferBytes = 64 << 10
    /// How long an orderly end waits until the client has seen its announcement.
    static let farewell = TimeAmount.seconds(1)

    static var configuration: NIOHTTP2Handler.Configuration {
        var connection = NIOHTTP2Handler.ConnectionConfiguration()
        connection.initialSettings = [
            HTTP2Setting(parameter: .maxConcurrentStreams, value: concurrentStreams),
            HTTP2Setting(parameter: .maxHeaderListSize, value: FixedLimits.headerListBytes.value),
            HTTP2Setting(parameter: .initialWindowSize, value: streamWindowBytes),
        ]
        connection.maximumSequentialEmptyDataFrames = emptyDataFrames
        connection.maximumBufferedControlFrames = bufferedControlFrames
        connection.maximumSequentialContinuationFrames = continuationFrames
        connection.maximumConnectionGlitches = glitches
        connection.targetWindowSize = 4 * streamWindowBytes
        connection.controlFrameRateLimit.maximumCount = cheapFrames
        connection.controlFrameRateLimit.windowLength = window
        var stream = NIOHTTP2Handler.StreamConfiguration()
        stream.targetWindowSize = streamWindowBytes
        stream.outboundBufferSizeHighWatermark = outboundBufferBytes
        stream.outboundBufferSizeLowWatermark = outboundBufferBytes / 2
        stream.streamResetFrameRateLimit.maximumCount = cheapFrames
        stream.streamResetFrameRateLimit.windowLength = window
        stream.streamErrorRateLimit.maximumCount = cheapFrames
        stream.streamErrorRateLimit.windowLength = window
        return NIOHTTP2Handler.Configuration(connection: connection, stream: stream)
    }
}
