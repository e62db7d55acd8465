import Glibc
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Settings
import Threads
import UnixSignals

/// Listens for connections until a signal ends it.
///
/// The first SIGTERM or SIGINT begins an orderly end: `/readyz` answers 503, after the drain delay the listening socket
/// closes, calls in progress finish within the drain deadline. A second signal ends the process at once.
public struct GatewayServer: Sendable {
    private let gateway: Gateway
    private let tls: TLSContextBox?
    private let logger: Logger

    /// Status of a process that a second signal ended: the shell's convention for SIGTERM.
    private static let abortedStatus: Int32 = 128 + SIGTERM

    /// One loop for each processor that may be used: loops that share one take turns, at the cost of the slowest.
    /// They live as long as the process; closing connections may still have something to say to them at its end.
    private static let loops = MultiThreadedEventLoopGroup(numberOfThreads: AvailableProcessors.count)

    /// Makes a server that does not listen yet.
    /// - Parameter tls: what connections are encrypted with; `nil` when they are not.
    public init(gateway: Gateway, tls: TLSContextBox? = nil) {
        self.gateway = gateway
        self.tls = tls
        logger = gateway.logger
    }

    /// Serves until the orderly end is complete.
    /// - Parameters:
    ///   - onListening: called with the port once connections are accepted; the server is not ready yet, see
    ///     ``Gateway/setReady()``.
    /// - Throws: when the address cannot be listened on.
    public func run(onListening: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        let settings = gateway.settings
        let server = GatewayChannel(gateway: gateway, tls: tls).server(
            configuration: ServerConfiguration(
                address: .hostname(settings.listenAddress.host, port: settings.listenAddress.port),
                backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(settings.limits.connections, logger: logger)),
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? settings.listenAddress.port)
            },
            eventLoopGroup: Self.loops, logger: logger)
        var configuration = ServiceGroupConfiguration(services: [server], logger: logger)
        configuration.maximumGracefulShutdownDuration = settings.drainDeadline
        let group = ServiceGroup(configuration: configuration)

        try await serve(group)
    }

    private func serve(_ group: ServiceGroup) async throws {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask { await drainOnSignal(group) }
            // Whichever ends first: the server, orderly or not. The signals then have nothing left to end.
            try await tasks.next()
            tasks.cancelAll()
        }
    }

    private func drainOnSignal(_ group: ServiceGroup) async {
        await withDiscardingTaskGroup { tasks in
            var hasBegun = false
            for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint) {
                if hasBegun { _exit(Self.abortedStatus) }
                hasBegun = true
                gateway.setDraining()
                logger.info("draining; a second signal ends the process at once")
                tasks.addTask {
                    // Long enough for load balancers to see that this server is not ready any more.
                    try? await Task.sleep(for: gateway.settings.drainDelay)
                    await group.triggerGracefulShutdown()
                }
            }
        }
    }
}
