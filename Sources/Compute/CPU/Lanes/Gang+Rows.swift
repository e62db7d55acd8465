/// Operations on whole rows. The closures are inlined: each call becomes one loop over vectors.
extension Gang {
    @inline(__always)
    private func load<Storage: SIMDScalar>(_ row: UnsafeRawPointer, _ lane: Int) -> SIMD8<Storage> {
        // Sound: rows hold `laneCount` lanes of this size, `lane` is a multiple of 8 below it, and rows are aligned.
        row.load(fromByteOffset: lane &* MemoryLayout<Storage>.size, as: SIMD8<Storage>.self)
    }

    @inline(__always)
    private func store<Storage: FixedWidthInteger & SIMDScalar>(
        _ value: SIMD8<Storage>, _ row: UnsafeMutableRawPointer, _ lane: Int
    ) {
        let offset = lane &* MemoryLayout<Storage>.size
        if isFull {
            row.storeBytes(of: value, toByteOffset: offset, as: SIMD8<Storage>.self)
        } else {
            let chosen: SIMD8<UInt32> = load(mask, lane)
            let old: SIMD8<Storage> = load(row, lane)
            var merged = value
            for k in 0..<8 { merged[k] = chosen[k] != 0 ? value[k] : old[k] }
            row.storeBytes(of: merged, toByteOffset: offset, as: SIMD8<Storage>.self)
        }
    }

    /// d = operation(a), lane by lane.
    @inline(__always)
    func map<A: LaneValue, R: LaneValue>(_ i: Operation, _ operation: (A) -> R) {
        let (a, d) = (row(i.a), row(i.d))
        var lane = first
        while lane < end {
            let x: SIMD8<A.Storage> = load(a, lane)
            var result = SIMD8<R.Storage>()
            for k in 0..<8 { result[k] = operation(A(lane: x[k])).lane }
            store(result, d, lane)
            lane &+= Self.step
        }
    }

    /// d = operation(a, b), lane by lane.
    @inline(__always)
    func map<A: LaneValue, B: LaneValue, R: LaneValue>(_ i: Operation, _ operation: (A, B) -> R) {
        let (a, b, d) = (row(i.a), row(i.b), row(i.d))
        var lane = first
        while lane < end {
            let x: SIMD8<A.Storage> = load(a, lane)
            let y: SIMD8<B.Storage> = load(b, lane)
            var result = SIMD8<R.Storage>()
            for k in 0..<8 { result[k] = operation(A(lane: x[k]), B(lane: y[k])).lane }
            store(result, d, lane)
            lane &+= Self.step
        }
    }

    /// d = operation(a, b, c), lane by lane.
    @inline(__always)
    func map<A: LaneValue, B: LaneValue, C: LaneValue, R: LaneValue>(
        _ i: Operation, _ operation: (A, B, C) -> R
    ) {
        let (a, b, c, d) = (row(i.a), row(i.b), row(i.c), row(i.d))
        var lane = first
        while lane < end {
            let x: SIMD8<A.Storage> = load(a, lane)
            let y: SIMD8<B.Storage> = load(b, lane)
            let z: SIMD8<C.Storage> = load(c, lane)
            var result = SIMD8<R.Storage>()
            for k in 0..<8 { result[k] = operation(A(lane: x[k]), B(lane: y[k]), C(lane: z[k])).lane }
            store(result, d, lane)
            lane &+= Self.step
        }
    }

    /// d = operation(a, b, c, e), lane by lane.
    @inline(__always)
    func map<A: LaneValue, B: LaneValue, C: LaneValue, E: LaneValue, R: LaneValue>(
        _ i: Operation, _ operation: (A, B, C, E) -> R
    ) {
        let (a, b, c, e, d) = (row(i.a), row(i.b), row(i.c), row(i.e), row(i.d))
        var lane = first
        while lane < end {
            let x: SIMD8<A.Storage> = load(a, lane)
            let y: SIMD8<B.Storage> = load(b, lane)
            let z: SIMD8<C.Storage> = load(c, lane)
            let w: SIMD8<E.Storage> = load(e, lane)
            var result = SIMD8<R.Storage>()
            for k in 0..<8 {
                result[k] = operation(A(lane: x[k]), B(lane: y[k]), C(lane: z[k]), E(lane: w[k])).lane
            }
            store(result, d, lane)
            lane &+= Self.step
        }
    }

    /// Calls `body` for each lane that is meant, in order.
    @inline(__always)
    func forEachLane(_ body: (Int) -> Void) {
        for lane in first..<end where isFull || mask[lane] != 0 { body(lane) }
    }
}
