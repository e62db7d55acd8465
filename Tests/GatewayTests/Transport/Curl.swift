import Foundation

/// One run of curl, a client that is not ours.
struct Curl {
    /// Its exit status: 0 when there was an answer.
    let status: Int32
    /// The answer's body, then a line with the version of HTTP and the status, as in `2 200`.
    let output: String
    let complaint: String

    /// - Parameter arguments: beside those that keep it quiet, within 20 seconds, and on the first address of `localhost`.
    static func run(_ arguments: [String]) async throws -> Curl {
        try await withCheckedThrowingContinuation { continuation in
            let process = Process()
            let (output, complaint) = (Pipe(), Pipe())
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments =
                ["curl", "-sS", "-4", "-m", "20", "-w", "\n%{http_version} %{response_code}"] + arguments
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = output
            process.standardError = complaint
            do { try process.run() } catch { return continuation.resume(throwing: error) }
            // On a thread that may block, and emptied while it runs: a pipe holds less than the longest answer.
            DispatchQueue.global().async {
                let (answer, words) = (text(output), text(complaint))
                process.waitUntilExit()
                continuation.resume(
                    returning: Curl(status: process.terminationStatus, output: answer, complaint: words))
            }
        }
    }

    private static func text(_ pipe: Pipe) -> String {
        String(decoding: (try? pipe.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
    }
}

extension TLSTestServer {
    func curl(_ target: String, _ arguments: [String] = []) async throws -> Curl {
        try await Curl.run(["--cacert", authorityFile, "https://localhost:\(port)\(target)"] + arguments)
    }
}
