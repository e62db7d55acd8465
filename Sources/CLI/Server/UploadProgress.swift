/// Shows on a terminal how far an upload got, when it lasts long enough for a person to wonder.
enum UploadProgress {
    /// Runs `upload` and shows its progress meanwhile.
    static func during<Result: Sendable>(
        _ total: Int, _ progress: UploadBody.Progress, on stream: ConsoleStream,
        _ upload: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        guard stream.isTerminal else { return try await upload() }
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await upload() }
            group.addTask {
                await show(total, progress, on: stream)
                return nil
            }
            defer { group.cancelAll() }
            while let finished = try await group.next() {
                if let result = finished { return result }
            }
            throw CancellationError()
        }
    }

    /// One line: what was sent, then that the server is at work.
    static func line(sent: Int, total: Int) -> String {
        sent < total
            ? "uploading: \(sent / 1024) of \(total / 1024) KiB" : "uploaded \(total / 1024) KiB; compiling"
    }

    /// Repaints the line until the task is cancelled, and then takes it away.
    private static func show(_ total: Int, _ progress: UploadBody.Progress, on stream: ConsoleStream) async {
        let startOfLine = "\r\u{1B}[K"
        var pause = ClientLimits.quietMilliseconds
        var isShown = false
        while (try? await Task.sleep(for: .milliseconds(pause))) != nil {
            stream.write(Array((startOfLine + line(sent: progress.sent, total: total)).utf8))
            isShown = true
            pause = ClientLimits.progressMilliseconds
        }
        // The cursor is back at the start of an empty line, which the next message begins on.
        if isShown { stream.write(Array((startOfLine + "\r").utf8)) }
    }
}
