import Foundation

@testable import Gateway

/// A whole gateway in this process, listening on a port of its own.
struct TestServer: Sendable {
    let port: Int
    let gateway: Gateway
    /// Its data directory.
    let directory: String
}

/// Runs `body` with a server that ends afterwards in an orderly way.
/// - Parameters:
///   - variables: by their names without `TENSOR_WASM_`; instances and memory are few and small unless given.
///   - directory: its data directory; a new one, removed afterwards, unless given.
///   - isReady: whether it says that it wants traffic.
func withTestServer<Value>(
    _ variables: [String: String] = [:], at directory: String? = nil, isReady: Bool = true,
    _ body: (TestServer) async throws -> Value
) async throws -> Value {
    guard let directory else {
        return try await withTemporaryDirectory { path in
            try await withTestServer(variables, at: path + "/data", isReady: isReady, body)
        }
    }
    await ServerSlots.shared.take()
    let result: Result<Value, any Error>
    do {
        result = .success(try await runTestServer(variables, at: directory, isReady: isReady, body))
    } catch {
        result = .failure(error)
    }
    await ServerSlots.shared.giveBack()
    return try result.get()
}

private func runTestServer<Value>(
    _ variables: [String: String], at directory: String, isReady: Bool, _ body: (TestServer) async throws -> Value
) async throws -> Value {
    let assembly = try TestAssembly(variables, directory: directory)
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    let (port, result) = try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            defer { listening.finish() }
            try await GatewayServer(gateway: assembly.gateway).run { port in
                if isReady { assembly.gateway.setReady() }
                listening.yield(port)
            }
        }
        try await assembly.jobs.start()
        guard let port = await ports.first(where: { _ in true }) else {
            try await tasks.waitForAll()
            throw CancellationError()
        }
        let server = TestServer(port: port, gateway: assembly.gateway, directory: directory)
        _ = SecretWatch.takeSecrets(port: port)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(server))
        } catch {
            result = .failure(error)
        }
        tasks.cancelAll()
        // The cancelled server reports its cancellation, which is what was asked for.
        while let end = await tasks.nextResult() { _ = end }
        return (port, result)
    }
    try await assembly.close()
    let secrets = SecretWatch.secrets(in: variables).union(SecretWatch.takeSecrets(port: port))
    SecretWatch.expectNone(of: secrets, in: Data(assembly.log.text.utf8), "the log")
    SecretWatch.expectNone(of: secrets, inFilesOf: directory)
    if let auditLog = variables["API_AUDIT_LOG"], auditLog.hasPrefix("file:") {
        SecretWatch.expectNone(of: secrets, inFilesOf: String(auditLog.dropFirst("file:".count)))
    }
    return try result.get()
}
