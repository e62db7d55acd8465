import TestSupport
import Testing

@testable import Compute

@Suite struct FIFOTests {
    @Test(arguments: 0..<20) func `it behaves like an array that is taken from the front`(_ seed: Int) {
        var random = SeededGenerator(seed: seed)
        var queue = FIFO<Int>()
        var model: [Int] = []
        for step in 0..<2_000 {
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<50:
                queue.append(step)
                model.append(step)
            case 50..<90:
                let first = queue.popFirst()
                #expect(first == (model.isEmpty ? nil : model.removeFirst()))
            case 90..<99:
                guard let chosen = model.randomElement(using: &random) else { continue }
                let removed = queue.removeFirst { $0 == chosen }
                #expect(removed == chosen)
                model.removeAll { $0 == chosen }
            default:
                let all = queue.removeAll()
                #expect(all == model)
                model = []
            }
            #expect((0..<queue.count).map { queue[$0] } == model)
            #expect(queue.isEmpty == model.isEmpty)
        }
    }

    @Test func `an element that is not there is not taken out`() {
        var queue = FIFO<Int>()
        for number in 0..<5 { queue.append(number) }
        let removed = queue.removeFirst { $0 == 9 }
        #expect(removed == nil && queue.count == 5)
    }

    @Test func `an element that has left is let go`() {
        final class Thing {}
        var queue = FIFO<Thing>()
        weak var seen: Thing?
        do {
            let thing = Thing()
            seen = thing
            queue.append(thing)
            queue.append(Thing())
        }
        #expect(seen != nil)
        _ = queue.popFirst()
        #expect(seen == nil)
    }
}
