import TestSupport
import Testing

@testable import Tenancy

@Suite struct IndexedHeapTests {
    @Test func `the smallest is always in front, whatever is added, changed and removed`() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<50 {
            var heap = IndexedHeap<Int, Int>()
            var model: [Int: Int] = [:]
            for _ in 0..<400 {
                let key = Int.random(in: 0..<30, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0, 1:
                    let priority = Int.random(in: 0..<100, using: &generator)
                    heap.set(key, priority)
                    model[key] = priority
                case 2:
                    let removed = heap.remove(key)
                    #expect(removed == model.removeValue(forKey: key))
                default:
                    let first = heap.popMin()
                    #expect(first?.priority == model.values.min())
                    if let first {
                        let priority = model.removeValue(forKey: first.key)
                        #expect(priority == first.priority)
                    }
                }
                #expect(heap.count == model.count && heap.isEmpty == model.isEmpty)
                #expect(heap.min?.priority == model.values.min())
            }
        }
    }
}
