import NIOSSL
import Synchronization

/// What new connections are encrypted with. It can change while the server runs; connections keep what they began with.
public final class TLSContextBox: Sendable {
    private let loader: TLSConfigurationLoader
    private let context: Mutex<NIOSSLContext>

    /// Reads the files.
    /// - Throws: when a file cannot be read, is not what it should be, or does not go with the others.
    public init(_ files: TLSFiles) throws(TLSFault) {
        loader = TLSConfigurationLoader(files: files)
        context = Mutex(try loader.context())
    }

    /// Reads the files again, for new connections.
    /// - Throws: as the initialiser does; what has been read before then stays in use.
    public func reload() throws(TLSFault) {
        let next = try loader.context()
        context.withLock { $0 = next }
    }

    var current: NIOSSLContext { context.withLock { $0 } }
}
