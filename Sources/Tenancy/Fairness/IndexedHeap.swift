/// Keys in the order of their priorities, smallest first, whose priorities can be changed and which can be removed.
///
/// Every change takes O(log n), looking O(1).
struct IndexedHeap<Key: Hashable & Sendable, Priority: Comparable & Sendable>: Sendable {
    struct Entry: Sendable {
        let key: Key
        var priority: Priority
    }

    private var entries: [Entry] = []
    private var places: [Key: Int] = [:]

    var count: Int { entries.count }
    var isEmpty: Bool { entries.isEmpty }

    /// The key of the smallest priority.
    var min: Entry? { entries.first }

    /// The priority of a key that is there.
    func priority(of key: Key) -> Priority? { places[key].map { entries[$0].priority } }

    /// Adds a key, or gives a key another priority.
    mutating func set(_ key: Key, _ priority: Priority) {
        if let place = places[key] {
            entries[place].priority = priority
            settle(place)
        } else {
            entries.append(Entry(key: key, priority: priority))
            places[key] = entries.count - 1
            rise(from: entries.count - 1)
        }
    }

    /// - Returns: the priority the key had; nil when it was not there.
    @discardableResult
    mutating func remove(_ key: Key) -> Priority? {
        guard let place = places.removeValue(forKey: key) else { return nil }
        let removed = entries[place]
        let last = entries.removeLast()
        if place < entries.count {
            entries[place] = last
            places[last.key] = place
            settle(place)
        }
        return removed.priority
    }

    @discardableResult
    mutating func popMin() -> Entry? {
        guard let first = entries.first else { return nil }
        remove(first.key)
        return first
    }

    private mutating func settle(_ place: Int) {
        if place > 0, entries[place].priority < entries[(place - 1) / 2].priority {
            rise(from: place)
        } else {
            sink(from: place)
        }
    }

    private mutating func rise(from start: Int) {
        var place = start
        while place > 0, entries[place].priority < entries[(place - 1) / 2].priority {
            exchange(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink(from start: Int) {
        var place = start
        while true {
            var smallest = place
            for child in (2 * place + 1)..<(2 * place + 3) where child < entries.count {
                if entries[child].priority < entries[smallest].priority { smallest = child }
            }
            guard smallest != place else { return }
            exchange(place, smallest)
            place = smallest
        }
    }

    private mutating func exchange(_ left: Int, _ right: Int) {
        entries.swapAt(left, right)
        places[entries[left].key] = left
        places[entries[right].key] = right
    }
}
