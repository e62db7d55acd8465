/// Shows what a guest streams while it runs.
///
/// A terminal and a program that wants JSON get text, and are told why a stream failed; for all others the guest's bytes
/// are passed on as they are.
struct StreamedCall {
    let client: ServerClient
    let console: Console
    let format: OutputFormat

    private var wantsEvents: Bool { format == .json || console.output.isTerminal }

    /// - Throws: ``CommandError`` when the guest failed, with exit status 4, or when the stream could not be had.
    func run(_ request: ServerRequest) async throws {
        var request = request
        request.headers.append(("Accept", wantsEvents ? "text/event-stream" : "application/octet-stream"))
        do {
            if wantsEvents { try await showEvents(of: request) } else { try await passOn(request) }
        } catch let failure as StreamFailure {
            throw CommandError(
                wantsEvents ? .failure : .guestFailed, kind: "stream_aborted",
                wantsEvents
                    ? "the connection was lost before the stream's end"
                    : "the stream was cut off: the guest failed or ran out of time (--output json tells why), or the "
                        + "connection was lost",
                requestID: failure.requestID)
        }
    }

    private func passOn(_ request: ServerRequest) async throws {
        _ = try await client.stream(request) { bytes in
            console.output.write(bytes)
            // Nobody reads: the server learns it as the connection closes, and so does the guest.
            if console.output.hasFailed { throw CommandError.outputFailed }
        }
    }

    private func showEvents(of request: ServerRequest) async throws {
        var reader = EventReader()
        var end: StreamEnd?
        let text = GuestOutput(console.output)
        let requestID = try await client.stream(request) { bytes in
            for event in try reader.feed(bytes) where end == nil {
                end = try StreamEnd(event)
                if event.name == "chunk", format == .text { text.write(Array(event.data.utf8)) }
                if format == .json { print(event) }
            }
            if console.output.hasFailed { throw CommandError.outputFailed }
        }
        if format == .text { text.finish() }
        guard let end else { throw StreamFailure(requestID: requestID) }
        if case .failed(let kind, let message) = end {
            throw CommandError(.guestFailed, kind: kind, message, requestID: requestID)
        }
    }

    /// One event as one line.
    private func print(_ event: EventReader.Event) {
        let data: JSONValue = event.name == "chunk" ? .string(event.data) : StreamEnd.json(event.data)
        console.output.print(JSONValue.object([("event", .string(event.name)), ("data", data)]).text)
    }
}
