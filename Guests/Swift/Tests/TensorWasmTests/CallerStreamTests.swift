import Testing

@testable import TensorWasm

struct CallerStreamTests {
    @Test func `without a caller there is no stream, also for no bytes`() {
        #expect(CallerStream.send("token") == .noStream)
        #expect(CallerStream.send(UnsafeRawBufferPointer(start: nil, count: 0)) == .noStream)
        #expect(CallerStream.flush() == .noStream)
    }
}
