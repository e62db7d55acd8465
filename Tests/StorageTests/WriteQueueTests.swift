import TestSupport
import Testing

@testable import Storage

@Suite struct WriteQueueTests {
    private typealias Queue = WriteQueue<Int>

    @Test func `The first write begins a transaction and the next ones gather for the one after it`() {
        var queue = Queue(limits: .init())
        #expect(queue.append(1, bytes: 0) == .mustBegin)
        #expect(queue.next() == [1])
        #expect(queue.append(2, bytes: 0) == .queued)
        #expect(queue.append(3, bytes: 0) == .queued)
        #expect(queue.finish() == true)
        #expect(queue.next() == [2, 3])
        #expect(queue.finish() == false)
        #expect(queue.append(4, bytes: 0) == .mustBegin)
    }

    @Test func `A transaction takes no more writes and bytes than allowed, but always one`() {
        var queue = Queue(limits: .init(batchWrites: 3, batchBytes: 10, waitingBytes: 1_000))
        for (write, bytes) in [4, 6, 1, 50, 1, 1, 1, 1].enumerated() { _ = queue.append(write, bytes: bytes) }
        #expect(queue.next() == [0, 1])
        #expect(queue.next() == [2])
        #expect(queue.next() == [3])
        #expect(queue.next() == [4, 5, 6])
        #expect(queue.next() == [7])
        #expect(queue.next() == [])
    }

    @Test func `A write of many bytes waits alone or not at all`() {
        var queue = Queue(limits: .init(batchWrites: 3, batchBytes: 10, waitingBytes: 10))
        #expect(queue.append(0, bytes: .max) == .mustBegin)
        #expect(queue.append(1, bytes: 1) == .refused)
        #expect(queue.next() == [0])
        #expect(queue.append(2, bytes: 8) == .queued)
        #expect(queue.append(3, bytes: 3) == .refused)
        #expect(queue.append(4, bytes: 2) == .queued)
        #expect(queue.next() == [2, 4])
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `Whatever comes, every accepted write is taken once and in order`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var queue = Queue(limits: .init(batchWrites: 4, batchBytes: 20, waitingBytes: 60))
        var accepted: [Int] = []
        var taken: [Int] = []
        var bytes: [Int: Int] = [:]
        var isActive = false
        for write in 0..<500 {
            if Bool.random(using: &generator) {
                let size = Int.random(in: 0..<30, using: &generator)
                let waiting = accepted[taken.count...].reduce(0) { $0 + bytes[$1, default: 0] }
                #expect(queue.waitingBytes == waiting)
                switch queue.append(write, bytes: size) {
                case .refused: #expect(waiting + size > 60)
                case let admission:
                    #expect((admission == .mustBegin) == !isActive)
                    isActive = true
                    accepted.append(write)
                    bytes[write] = size
                }
            } else if isActive {
                let batch = queue.next()
                #expect(!batch.isEmpty && batch.count <= 4)
                #expect(batch.count == 1 || batch.reduce(0) { $0 + bytes[$1, default: 0] } <= 20)
                taken += batch
                isActive = queue.finish()
                #expect(isActive == (taken.count < accepted.count))
            }
            #expect(queue.count == accepted.count - taken.count)
        }
        #expect(Array(accepted.prefix(taken.count)) == taken)
    }
}
