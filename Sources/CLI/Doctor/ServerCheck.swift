/// Whether a server answers and is ready.
enum ServerCheck {
    private static let name = "server"

    static func run(_ options: ServerOptions, in console: Console) async -> CheckResult {
        do {
            return try await ServerClient.with(options, in: console) { client in
                _ = try await client.send(ServerRequest(path: "/healthz"))
                do {
                    _ = try await client.send(ServerRequest(path: "/readyz"))
                    return .ok(name, "\(client.connection.address) is ready")
                } catch let error as CommandError {
                    return .warn(
                        name, "\(client.connection.address) is up, not ready: \(error)", advice: "read its log")
                }
            }
        } catch {
            return .fail(name, "\(error)", advice: "start it, or correct --server")
        }
    }
}
