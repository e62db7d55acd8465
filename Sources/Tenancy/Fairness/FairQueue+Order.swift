extension FairQueue {
    /// The tenant whose turn it is: of those whose turn has begun on the virtual clock, the one whose turn ends first.
    mutating func nextTenant() -> TenantID? {
        if begun.isEmpty, let first = future.min { clock = max(clock, first.priority.point) }
        while let first = future.min, first.priority.point <= clock, let line = lines[first.key] {
            future.popMin()
            let end = first.priority.point + VirtualTime.cost(weight: line.weight)
            begun.set(first.key, VirtualTime(point: end, sequence: first.priority.sequence))
        }
        return begun.min?.key
    }

    /// Takes an element out of its tenant's line, and the line out of the queue when it was the last one.
    mutating func remove(_ element: Element, _ place: Place) {
        places[element] = nil
        deadlines.remove(element)
        guard var line = lines.removeValue(forKey: place.tenant) else { return }
        guard line.count > 1 else {
            if !line.isSuspended { leave(place.tenant, line) }
            return remember(place.tenant, line.start)
        }
        if let previous = place.previous { places[previous]?.next = place.next }
        if let next = place.next { places[next]?.previous = place.previous }
        if let next = place.next, line.first == element { line.first = next }
        if let previous = place.previous, line.last == element { line.last = previous }
        line.count -= 1
        lines[place.tenant] = line
    }

    /// Keeps where an absent tenant has to begin, as long as that makes a difference.
    private mutating func remember(_ tenant: TenantID, _ start: UInt128) {
        if start > clock { absent.set(tenant, start) }
        // Whoever is furthest behind the clock loses least by being forgotten.
        while let first = absent.min, first.priority <= clock || absent.count > FairnessLimits.absentTenants {
            absent.popMin()
        }
    }
}
