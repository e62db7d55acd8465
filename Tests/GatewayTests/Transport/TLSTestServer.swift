import NIOCore

@testable import Gateway

/// A gateway in this process that speaks TLS.
struct TLSTestServer: Sendable {
    let port: Int
    let gateway: Gateway
    let tls: TLSContextBox
    let authorityFile: String
}

/// Runs `body` with a server of the certificates in `folder`, which ends afterwards in an orderly way.
func withTLSServer<Value>(
    _ folder: CertificateFolder, _ variables: [String: String] = [:], _ body: (TLSTestServer) async throws -> Value
) async throws -> Value {
    await ServerSlots.shared.take()
    let result: Result<Value, any Error>
    do {
        result = .success(try await runTLSServer(folder, variables, body))
    } catch {
        result = .failure(error)
    }
    await ServerSlots.shared.giveBack()
    return try result.get()
}

private func runTLSServer<Value>(
    _ folder: CertificateFolder, _ variables: [String: String], _ body: (TLSTestServer) async throws -> Value
) async throws -> Value {
    let tls = try TLSContextBox(folder.files)
    let assembly = try TestAssembly(variables, directory: folder.path + "/data")
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    let result = try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            defer { listening.finish() }
            try await GatewayServer(gateway: assembly.gateway, tls: tls).run { port in
                assembly.gateway.setReady()
                listening.yield(port)
            }
        }
        guard let port = await ports.first(where: { _ in true }) else {
            try await tasks.waitForAll()
            throw CancellationError()
        }
        let server = TLSTestServer(
            port: port, gateway: assembly.gateway, tls: tls, authorityFile: folder.authorityFile)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(server))
        } catch {
            result = .failure(error)
        }
        tasks.cancelAll()
        // The cancelled server reports its cancellation, which is what was asked for.
        while let end = await tasks.nextResult() { _ = end }
        return result
    }
    try await assembly.close()
    return try result.get()
}
