import Testing

@testable import Telemetry

struct AuditQueueTests {
    private enum Step: CaseIterable {
        case appendShort
        case appendLong
        case appendAwaited
        case take
        case finish
        case close
    }

    /// The same rules, written down as a list of lengths.
    private struct Model {
        var pending: [(bytes: Int, isAwaited: Bool)] = []
        var taken: [Int] = []
        var isClosed = false

        var records: Int { pending.count + taken.count }
        var bytes: Int { pending.map(\.bytes).reduce(0, +) + taken.reduce(0, +) }

        mutating func append(_ bytes: Int, isAwaited: Bool) -> Bool {
            guard !isClosed, records + 1 <= 4, self.bytes + bytes <= 20 else { return false }
            pending.append((bytes, isAwaited))
            return true
        }
    }

    @Test func `every sequence of seven steps does what the rules say`() {
        var sequences = 0
        explore(AuditQueue(recordLimit: 4, byteLimit: 20), Model(), depth: 7, &sequences)
        #expect(sequences == 279_936)
    }

    private func explore(_ queue: AuditQueue, _ model: Model, depth: Int, _ sequences: inout Int) {
        guard depth > 0 else {
            sequences += 1
            return
        }
        for step in Step.allCases {
            var (queue, model) = (queue, model)
            perform(step, &queue, &model)
            // Sparing: a million expectations that hold would take minutes.
            if !agree(queue, model) { Issue.record("after \(step): \(queue) and \(model)") }
            explore(queue, model, depth: depth - 1, &sequences)
        }
    }

    private func perform(_ step: Step, _ queue: inout AuditQueue, _ model: inout Model) {
        switch step {
        case .appendShort: append(3, isAwaited: false, &queue, &model)
        case .appendLong: append(9, isAwaited: false, &queue, &model)
        case .appendAwaited: append(2, isAwaited: true, &queue, &model)
        case .take:
            let batch = queue.take()
            guard model.taken.isEmpty, !model.pending.isEmpty else {
                if batch != nil { Issue.record("there was nothing to take") }
                return
            }
            let isRight =
                batch?.records == model.pending.count && batch?.bytes.count == model.bytes
                && batch?.isAwaited == model.pending.contains { $0.isAwaited }
            if !isRight { Issue.record("took \(String(describing: batch)) of \(model)") }
            model.taken = model.pending.map(\.bytes)
            model.pending = []
        case .finish:
            queue.finish()
            model.taken = []
        case .close:
            queue.close()
            model.isClosed = true
        }
    }

    private func append(_ bytes: Int, isAwaited: Bool, _ queue: inout AuditQueue, _ model: inout Model) {
        let ignore: AuditBatch.Completion = { _ in }
        let isKept = queue.append([UInt8](repeating: 10, count: bytes), then: isAwaited ? ignore : nil)
        if isKept != model.append(bytes, isAwaited: isAwaited) { Issue.record("\(bytes) bytes into \(model)") }
    }

    private func agree(_ queue: AuditQueue, _ model: Model) -> Bool {
        queue.records == model.records && queue.bytes == model.bytes && queue.isEmpty == model.pending.isEmpty
            && queue.isClosed == model.isClosed
            && queue.isUrgent
                == (model.records >= 2 || model.bytes >= 10 || model.pending.contains { $0.isAwaited })
    }

    @Test func `the limits are those of the reference`() {
        let queue = AuditQueue()
        #expect(queue.recordLimit == 8_192)
        #expect(queue.byteLimit == 8 << 20)
    }

    @Test func `lines are taken in their order and each waiter hears of its own line`() throws {
        let heard = Heard<String>()
        var queue = AuditQueue()
        for (number, isAwaited) in [true, false, true, true].enumerated() {
            let tell: AuditBatch.Completion = { heard.append("\(number) \($0)") }
            let isKept = queue.append(Array("\(number)\n".utf8), then: isAwaited ? tell : nil)
            #expect(isKept)
        }
        let taken = queue.take()
        let batch = try #require(taken)
        #expect(batch.bytes == Array("0\n1\n2\n3\n".utf8))
        batch.answer(written: 3)
        #expect(heard.values == ["0 true", "2 true", "3 false"])
    }

    @Test func `what is removed makes room`() {
        var queue = AuditQueue(recordLimit: 1, byteLimit: 10)
        let answers = [queue.append([1]), queue.append([2])]
        #expect(answers == [true, false])
        #expect(queue.removePending().bytes == [1])
        let isKept = queue.append([3])
        #expect(isKept)
    }
}
