import Testing
import WasmEngine

@testable import Runtime

@Suite struct ChunkFlowTests {
    /// Small enough to try every order of steps.
    private static var small: ChunkLimits {
        var limits = ChunkLimits()
        (limits.chunkBytes, limits.totalBytes, limits.chunksInFlight, limits.batchBytes) = (3, 12, 2, 4)
        return limits
    }

    private func chunk(_ number: UInt8, _ count: Int = 1) -> [UInt8] { Array(repeating: number, count: count) }

    @Test func `the limits are those of the contract`() {
        let limits = ChunkLimits()
        #expect(limits.chunkBytes == 65_536 && limits.totalBytes == 67_108_864 && limits.chunksInFlight == 32)
    }

    @Test func `with 32 chunks in flight the 33rd makes the guest wait until one was handed on`() {
        var flow = ChunkFlow(limits: ChunkLimits())
        for number in 0..<32 {
            let answer = flow.emit(chunk(UInt8(number), 64 << 10))
            #expect(answer == .done)
        }
        let waits = flow.emit(chunk(32, 64 << 10)) == nil
        #expect(waits && flow.isGuestWaiting)
        let batch = flow.handOut()
        #expect(batch?.count == 1 && batch?.first?.first == 0)
        // Handed out is not handed on.
        let early = flow.takeGuestAnswer()
        #expect(early == nil)
        let handedOn = flow.acknowledge()
        let answer = flow.takeGuestAnswer()
        #expect(handedOn == 1 && answer == .done && flow.inFlight == 32)
    }

    @Test func `short chunks are handed out together, in order, up to the batch's bytes`() {
        var limits = Self.small
        limits.chunksInFlight = 8
        var flow = ChunkFlow(limits: limits)
        for (number, count) in [1, 2, 1, 3, 2].enumerated() { _ = flow.emit(chunk(UInt8(number), count)) }
        let batches = (0..<4).map { _ in flow.handOut() }
        #expect(batches == [[chunk(0), chunk(1, 2), chunk(2)], [chunk(3, 3)], [chunk(4, 2)], nil])
    }

    @Test func `the total is a limit, which a chunk that was refused does not use up`() {
        var limits = Self.small
        limits.chunksInFlight = 8
        var flow = ChunkFlow(limits: limits)
        let answers = [3, 3, 3, 2, 2, 1, 1, 0].map { flow.emit(chunk(0, $0)) }
        #expect(answers == [.done, .done, .done, .done, .refused, .done, .refused, .done])
    }

    @Test func `a chunk that is too long is refused`() {
        var flow = ChunkFlow(limits: Self.small)
        let answer = flow.emit(chunk(0, 4))
        #expect(answer == .refused && flow.inFlight == 0)
    }

    @Test func `an empty chunk is taken and goes nowhere`() {
        var flow = ChunkFlow(limits: Self.small)
        let answer = flow.emit([])
        let batch = flow.handOut()
        #expect(answer == .done && batch == nil)
    }

    @Test func `a call ends once`() {
        var flow = ChunkFlow(limits: Self.small)
        let ends = (0..<3).map { _ in flow.end() }
        #expect(ends == [true, false, false])
    }

    /// What can happen to a stream.
    enum Step: CaseIterable {
        case emit, flush, handOut, acknowledge, leave, end
    }

    /// Every sequence of seven steps, against a model that knows only what the interface promises.
    @Test func `no order of steps loses, doubles or reorders a chunk, exceeds the limit, or leaves the guest waiting`()
    {
        explore(ChunkFlow(limits: Self.small), ChunkFlowModel(inFlight: Self.small.chunksInFlight), depth: 7)
    }

    private func explore(_ flow: ChunkFlow, _ model: ChunkFlowModel, depth: Int) {
        guard depth > 0 else { return }
        for step in Step.allCases {
            var (flow, model) = (flow, model)
            // A guest that waits does nothing else, and one that has ended does nothing at all.
            if step == .emit || step == .flush, model.guest != .free || model.isEnded { continue }
            apply(step, &flow, &model)
            model.check(flow)
            explore(flow, model, depth: depth - 1)
        }
    }

    private func apply(_ step: Step, _ flow: inout ChunkFlow, _ model: inout ChunkFlowModel) {
        switch step {
        case .emit:
            let chunk = [model.nextNumber]
            let expected = model.emit()
            let answer = flow.emit(chunk)
            if answer != expected { Issue.record("emit answered \(String(describing: answer))") }
        case .flush:
            let expected = model.flush()
            let answer = flow.flush()
            if answer != expected { Issue.record("flush answered \(String(describing: answer))") }
        case .handOut: model.handedOut(flow.handOut() ?? [])
        case .acknowledge:
            let expected = model.acknowledge()
            let count = flow.acknowledge()
            if count != expected { Issue.record("\(count) chunks were handed on instead of \(expected)") }
        case .leave:
            model.isGone = true
            flow.clientLeft()
        case .end:
            let isFirst = flow.end()
            if isFirst == model.isEnded { Issue.record("the call ended twice, or never") }
            model.end()
        }
        let expected = model.answer()
        let answer = flow.takeGuestAnswer()
        if answer != expected { Issue.record("the waiting guest got \(String(describing: answer))") }
    }
}
