/// First in, first out, in a ring that grows: amortised O(1) at both ends, elements are let go when they leave.
struct FIFO<Element> {
    private var ring: [Element?] = []
    private var head = 0
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    /// The element behind `index` others, which is below ``count``.
    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count, "no such place in the queue")
        guard let element = ring[place(index)] else { preconditionFailure("a hole in the queue") }
        return element
    }

    mutating func append(_ element: Element) {
        if count == ring.count { grow() }
        ring[place(count)] = element
        count += 1
    }

    mutating func popFirst() -> Element? {
        guard count > 0 else { return nil }
        let element = ring[head].take()
        head = place(1)
        count -= 1
        return element
    }

    /// Takes out the first element that matches; the others keep their order. Takes O(count).
    mutating func removeFirst(where matches: (Element) -> Bool) -> Element? {
        guard let found = (0..<count).first(where: { matches(self[$0]) }) else { return nil }
        let element = ring[place(found)].take()
        for index in found..<count - 1 { ring.swapAt(place(index), place(index + 1)) }
        count -= 1
        return element
    }

    /// Takes out everything, in order.
    mutating func removeAll() -> [Element] {
        var elements: [Element] = []
        elements.reserveCapacity(count)
        while let element = popFirst() { elements.append(element) }
        self = FIFO()
        return elements
    }

    private func place(_ index: Int) -> Int {
        let place = head + index
        return place < ring.count ? place : place - ring.count
    }

    private mutating func grow() {
        var larger: [Element?] = []
        larger.reserveCapacity(max(count * 2, 4))
        for index in 0..<count { larger.append(ring[place(index)]) }
        larger.append(contentsOf: repeatElement(nil, count: max(count * 2, 4) - count))
        ring = larger
        head = 0
    }
}
