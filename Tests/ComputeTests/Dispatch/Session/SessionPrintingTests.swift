import Synchronization
import Testing

@testable import Compute

@Suite struct SessionPrintingTests {
    @Test func `what launches print comes when the last has ended, before who waits is told`() throws {
        let (device, received) = (TestDevice(), Received())
        let session = TestSession(.test(device), id: 1) { received.add($0) }
        try session.launch(.held)
        for text in ["a", "b"] { try session.launch(.printing(text)) }
        try session.launch(.held)
        let seen = Signal()
        #expect(!session.session.whenIdle { if received.texts == ["xaby"] { seen.fire() } })
        device.running(session.name(1))?.print("x")
        device.running(session.name(1))?.end()
        #expect(received.texts == [])
        device.running(session.name(4))?.print("y")
        device.running(session.name(4))?.end()
        #expect(seen.count == 1)
        try session.launch(.printing("later"))
        #expect(received.texts == ["xaby", "later"])
    }

    @Test func `what is too much at a time is dropped`() throws {
        let received = Received()
        let session = TestSession(.test(TestDevice()) { $0.printedBytes = 4 }, id: 1) { received.add($0) }
        for text in ["abcdef", "gh"] { try session.launch(.printing(text)) }
        #expect(received.texts == ["abcd", "gh"])
    }

    @Test func `what a stopped kernel has printed comes before the end`() throws {
        let (device, received) = (TestDevice(obeysStops: false), Received())
        let session = TestSession(.test(device), id: 1) { received.add($0) }
        try session.launch(.held)
        try session.launch(.printing("never"))
        device.running(session.name(1))?.print("last words")
        let seen = Signal()
        #expect(!session.session.end(.deadline) { if received.texts == ["last words"] { seen.fire() } })
        device.running(session.name(1))?.end()
        #expect(seen.count == 1)
    }

    @Test func `without a receiver kernels print into nothing`() throws {
        let session = TestSession(.test(TestDevice()), id: 1)
        try session.launch(.printing("text"))
        #expect(session.session.whenIdle {})
    }

    private final class Received: Sendable {
        private let all = Mutex<[String]>([])
        var texts: [String] { all.withLock { $0 } }
        func add(_ bytes: [UInt8]) { all.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) } }
    }
}
