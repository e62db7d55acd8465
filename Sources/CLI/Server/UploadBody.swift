import NIOCore
import Synchronization

/// A body sent in pieces, which tells how far it got.
struct UploadBody: AsyncSequence, Sendable {
    /// Bytes handed to the connection so far.
    final class Progress: Sendable {
        private let bytes = Atomic<Int>(0)
        var sent: Int { bytes.load(ordering: .relaxed) }
        func add(_ count: Int) { bytes.add(count, ordering: .relaxed) }
    }

    let bytes: ByteBuffer
    let progress: Progress

    struct AsyncIterator: AsyncIteratorProtocol {
        var rest: ByteBuffer
        let progress: Progress

        mutating func next() async -> ByteBuffer? {
            let piece = rest.readSlice(length: Swift.min(rest.readableBytes, ClientLimits.uploadPieceBytes))
            guard let piece, piece.readableBytes > 0 else { return nil }
            progress.add(piece.readableBytes)
            return piece
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: bytes, progress: progress) }
}
