import Testing

@testable import Gateway

@Suite struct StreamFormatTests {
    @Test(arguments: [
        "text/event-stream", "TEXT/Event-Stream", " text/event-stream ;q=0.5", "application/json, text/event-stream",
        "text/event-stream;charset=utf-8", "text/event-stream;q=x", "application/octet-stream, text/event-stream",
        "application/octet-stream;q=0.1,text/event-stream;q=0.2",
    ])
    func `events are sent to a client that names them`(accept: String) {
        #expect(StreamFormat(accept: accept) == .events)
    }

    @Test(arguments: [
        nil, "", "*/*", "text/*", "application/octet-stream", "text/event-stream;q=0", "text/event-streams", ",;,=;q",
        "text/event-stream;q=0.1, application/octet-stream", "text/event-stream; q=-1",
    ])
    func `everyone else gets bytes`(accept: String?) {
        #expect(StreamFormat(accept: accept) == .bytes)
    }
}
