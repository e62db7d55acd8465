import Foundation

/// A server in a process of its own, which listens on a free port of the loopback interface.
struct ServerProcess: Sendable {
    let process: RunningProcess
    let port: Int

    var address: String { "http://127.0.0.1:\(port)" }

    /// Runs a server while `body` does; what is left of it then is killed.
    static func with<Result>(
        dataDirectory: URL, arguments: [String] = ["serve"], environment: [String: String] = [:],
        _ body: (ServerProcess) async throws -> Result
    ) async throws -> Result {
        let process = try RunningProcess(
            Checkout.program, arguments + ["--addr", "127.0.0.1:0", "--data-dir", dataDirectory.path],
            environment: environment)
        do {
            let result = try await body(ServerProcess(process: process, port: try await port(of: process)))
            await end(process)
            return result
        } catch {
            await end(process)
            throw error
        }
    }

    private static func end(_ process: RunningProcess) async {
        process.signal(SIGKILL)
        _ = await process.status
    }

    /// The port that the server says it listens on; it is ready then.
    private static func port(of process: RunningProcess) async throws -> Int {
        let text = await process.output.text { $0.contains("listens on") && $0.hasSuffix("\n") }
        guard let match = text.firstMatch(of: /listens on http:\/\/127\.0\.0\.1:(\d+)/), let port = Int(match.1) else {
            throw Failure("the server did not start: \(text)\(await process.errors.all())")
        }
        return port
    }

    /// Asks for an orderly end and waits for it.
    /// - Returns: the exit status.
    func stop() async -> Int32 {
        process.signal(SIGTERM)
        return await process.status
    }

    struct Answer {
        /// 0 when the connection broke off.
        let status: Int
        let body: String
    }

    /// Sends one request on a connection of its own.
    func send(_ path: String, method: String = "GET", type: String? = nil, body: String? = nil) async throws -> Answer {
        var arguments = ["-s", "-X", method, "-w", "\n%{http_code}", address + path]
        if let type { arguments += ["-H", "Content-Type: \(type)"] }
        if let body { arguments += ["--data-binary", body] }
        let result = try await RunningProcess.run(URL(fileURLWithPath: "/usr/bin/env"), ["curl"] + arguments)
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        return Answer(status: Int(lines.last ?? "") ?? 0, body: lines.dropLast().joined(separator: "\n"))
    }

    /// Deploys a module in the text format.
    /// - Returns: its id.
    func deploy(_ wat: String, name: String) async throws -> String {
        let answer = try await send("/functions?name=\(name)", method: "POST", type: "application/wat", body: wat)
        guard answer.status == 200, let id = answer.body.firstMatch(of: /"id":"([-0-9a-f]{36})"/) else {
            throw Failure("not deployed: \(answer)")
        }
        return String(id.1)
    }

    func invoke(_ id: String, _ body: String) async throws -> Answer {
        try await send("/functions/\(id)/invoke", method: "POST", type: "application/json", body: body)
    }
}
