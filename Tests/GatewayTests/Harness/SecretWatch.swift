import Foundation
import Logging
import Synchronization
import Testing

/// Knows the tokens that a test's server was configured with and was sent, and looks for them in all that it writes:
/// log, audit log, data directory, answers.
enum SecretWatch {
    /// Shorter ones would be found by chance.
    private static let shortest = 8
    /// By the port of the server that they were sent to.
    private static let sent = Mutex<[Int: Set<String>]>([:])

    /// The tokens in these settings: the texts of the list's entries, and the token of the metrics.
    static func secrets(in variables: [String: String]) -> Set<String> {
        let entries = (variables["API_TOKENS"] ?? "").split(separator: ",").filter { !$0.hasPrefix("sha256:") }
        let tokens = entries.compactMap { $0.split(separator: ":").first.map(String.init) }
        return Set(tokens + [variables["API_METRICS_TOKEN"] ?? ""]).filter { $0.utf8.count >= shortest }
    }

    /// The bearer tokens in a request, from now on secrets of the server on this port.
    static func learn(from request: [UInt8], port: Int) -> Set<String> {
        let text = String(decoding: request.prefix(16 << 10), as: UTF8.self)
        let tokens = text.matches(of: /(?i)authorization: *bearer +([^\r\n]+)/).map { String($0.1) }
        let secrets = Set(tokens.filter { $0.utf8.count >= shortest })
        if !secrets.isEmpty { sent.withLock { $0[port, default: []].formUnion(secrets) } }
        return secrets
    }

    /// What a server on this port has been sent.
    static func takeSecrets(port: Int) -> Set<String> { sent.withLock { $0.removeValue(forKey: port) ?? [] } }

    /// Records an issue for each secret that stands in the bytes.
    static func expectNone(of secrets: Set<String>, in bytes: Data, _ place: String) {
        for secret in secrets where bytes.range(of: Data(secret.utf8)) != nil {
            Issue.record("\(place) holds the token \(secret)")
        }
    }

    /// Looks through the files of a folder, or one file.
    static func expectNone(of secrets: Set<String>, inFilesOf path: String) {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        for file in [path] + names.map({ path + "/" + $0 }) {
            guard let bytes = FileManager.default.contents(atPath: file) else { continue }
            expectNone(of: secrets, in: bytes, file)
        }
    }
}

/// Keeps what a server logs, of every level.
final class LogCollector: Sendable {
    private let lines = Mutex<[String]>([])

    /// All lines until now.
    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    var logger: Logger { Logger(label: "gateway-tests") { _ in Handler(collector: self) } }

    private struct Handler: LogHandler {
        let collector: LogCollector
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            collector.lines.withLock { $0.append("\(event.level) \(event.message) \(all)") }
        }
    }
}
