/// Which lanes run together.
extension Gang {
    /// Narrows ``first``, ``end`` and ``isFull`` to the lanes set in ``mask``, looking between the given bounds.
    /// - Returns: whether any lane is set.
    @inline(__always)
    mutating func measure(from low: Int, to high: Int) -> Bool {
        var (lowest, highest, total) = (high, low, 0)
        var lane = low
        while lane < high {
            let chosen = UnsafeRawPointer(mask).load(fromByteOffset: lane &* 4, as: SIMD8<UInt32>.self)
            // Lanes are all ones or zero, so that their sum is minus the number of set ones.
            let sum = chosen.wrappedSum()
            if sum != 0 {
                lowest = min(lowest, lane)
                highest = lane &+ Self.step
                total &+= Int(0 &- sum)
            }
            lane &+= Self.step
        }
        guard total > 0 else { return false }
        (first, end, count) = (lowest, highest, total)
        isFull = total == highest - lowest
        return true
    }

    /// Means the lanes among the active ones whose predicate has the wanted sense.
    /// - Returns: whether there is any.
    @inline(__always)
    mutating func narrow(to predicate: Int32, isNegated: Bool) -> Bool {
        let condition = row(predicate, of: UInt32.self)
        let flip: UInt32 = isNegated ? .max : 0
        var lane = first
        while lane < end {
            for k in lane..<lane &+ Self.step { narrowed[k] = active[k] & (condition[k] ^ flip) }
            lane &+= Self.step
        }
        mask = narrowed
        return measure(from: first, to: end)
    }

    /// Means all active lanes again, as they were before ``narrow(to:isNegated:)``.
    @inline(__always)
    mutating func widen(to selection: Selection) {
        mask = active
        (first, end, count, isFull) = (selection.first, selection.end, selection.count, selection.isFull)
    }

    /// The lanes that are meant, without the mask itself.
    struct Selection {
        let first: Int
        let end: Int
        let count: Int
        let isFull: Bool
    }

    var selection: Selection { Selection(first: first, end: end, count: count, isFull: isFull) }

    /// A bit for each lane of the warp at `warp` that is meant.
    @inline(__always)
    func bits(ofWarp warp: Int) -> UInt32 { bits(of: mask, warp: warp) }

    /// A bit for each lane of a warp that is set in a row of masks or predicates.
    @inline(__always)
    func bits(of row: UnsafePointer<UInt32>, warp: Int) -> UInt32 {
        var bits: UInt32 = 0
        for lane in 0..<Self.warpSize where row[warp &* Self.warpSize &+ lane] != 0 { bits |= 1 << UInt32(lane) }
        return bits
    }
}
