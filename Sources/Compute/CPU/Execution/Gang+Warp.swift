/// Operations between the lanes of a warp (PTX ISA, "Parallel Synchronization and Communication Instructions").
///
/// The participants are the lanes that are meant and named in the member mask; an operation whose mask names lanes that
/// are still elsewhere waits for them first, see ``Gang/parkIncompleteWarps(_:at:)``.
extension Gang {
    /// Calls `body` for each warp with lanes that are meant, with a bit for each of them.
    @inline(__always)
    func forEachWarp(_ body: (_ firstLane: Int, _ bits: UInt32) -> Void) {
        var warp = first / Self.warpSize
        while warp &* Self.warpSize < end {
            let bits = bits(ofWarp: warp)
            if bits != 0 { body(warp &* Self.warpSize, bits) }
            warp &+= 1
        }
    }

    /// d = a of another lane, which b and the clamp in c choose; e, if wanted, whether that lane was within bounds.
    ///
    /// The source lane is computed as in the description of `shfl.sync`: c holds the bound in bits 0 to 4 and the
    /// segment mask in bits 8 to 12. A lane that does not take part has no defined value; its own is given instead.
    func shuffle(_ mode: ShuffleMode, _ i: Operation) {
        let (a, b, c) = (row(i.a, of: UInt32.self), row(i.b, of: UInt32.self), row(i.c, of: UInt32.self))
        let destination = row(i.d, of: UInt32.self)
        let predicate = i.e >= 0 ? row(i.e, of: UInt32.self) : nil
        forEachWarp { firstLane, bits in
            // Copied first: a lane must not overwrite what its neighbour still reads.
            var values = SIMD32<UInt32>()
            for lane in 0..<Self.warpSize { values[lane] = a[firstLane &+ lane] }
            withUnsafeBytes(of: &values) { values in
                for lane in 0..<Self.warpSize where bits & (1 &<< UInt32(lane)) != 0 {
                    let (source, isInside) = Self.source(mode, lane, b[firstLane &+ lane], c[firstLane &+ lane])
                    let isThere = isInside && bits & (1 &<< UInt32(source)) != 0
                    let chosen = isThere ? source : lane
                    destination[firstLane &+ lane] = values.load(fromByteOffset: chosen &* 4, as: UInt32.self)
                    predicate?[firstLane &+ lane] = isInside ? .max : 0
                }
            }
        }
    }

    @inline(__always)
    private static func source(_ mode: ShuffleMode, _ lane: Int, _ b: UInt32, _ c: UInt32) -> (Int, Bool) {
        let bound = Int(c & 0x1f)
        let segment = Int(c >> 8 & 0x1f)
        let offset = Int(b & 0x1f)
        let highest = (lane & segment) | (bound & ~segment & 0x1f)
        let lowest = lane & segment
        switch mode {
        case .up:
            let source = lane - offset
            return source >= highest ? (source, true) : (lane, false)
        case .down:
            let source = lane + offset
            return source <= highest ? (source, true) : (lane, false)
        case .butterfly:
            let source = lane ^ offset
            return source <= highest ? (source, true) : (lane, false)
        case .index:
            let source = lowest | (offset & ~segment & 0x1f)
            return source <= highest ? (source, true) : (lane, false)
        }
    }

    /// d = what the predicates a of the members say together: a predicate, or for a ballot a word of bits.
    func vote(_ mode: VoteMode, _ i: Operation) {
        let predicates = row(i.a, of: UInt32.self)
        let destination = row(i.d, of: UInt32.self)
        forEachWarp { firstLane, bits in
            let members = bits & self.members(i, firstLane, bits)
            let yes = self.bits(of: predicates, warp: firstLane / Self.warpSize) & members
            let flag: Bool =
                switch mode {
                case .all: yes == members
                case .any: yes != 0
                case .uniform: yes == 0 || yes == members
                case .ballot: false
                }
            write(mode == .ballot ? yes : flag.lane, to: destination, firstLane, bits)
        }
    }

    /// d = the lanes with the same a (`any`), or all members when all agree and none otherwise (`all`), with e telling.
    func match(_ width: RowWidth, isAll: Bool, _ i: Operation) {
        let destination = row(i.d, of: UInt32.self)
        forEachWarp { firstLane, bits in
            let members = bits & self.members(i, firstLane, bits)
            var isSame = true
            for lane in 0..<Self.warpSize where bits & (1 << UInt32(lane)) != 0 {
                var equal: UInt32 = 0
                for other in 0..<Self.warpSize where members & (1 << UInt32(other)) != 0 {
                    if wide(i.a, width, firstLane + lane) == wide(i.a, width, firstLane + other) {
                        equal |= 1 << UInt32(other)
                    }
                }
                if isAll { isSame = isSame && equal == members } else { destination[firstLane &+ lane] = equal }
            }
            guard isAll else { return }
            write(isSame ? members : 0, to: destination, firstLane, bits)
            if i.e >= 0 { write(isSame.lane, to: row(i.e, of: UInt32.self), firstLane, bits) }
        }
    }

    private func wide(_ index: Int32, _ width: RowWidth, _ lane: Int) -> UInt64 {
        width == .bits64 ? row(index, of: UInt64.self)[lane] : UInt64(row(index, of: UInt32.self)[lane])
    }

    /// d = a of all members, added up or otherwise combined.
    func reduce(_ operation: IntegerBinary, _ type: IntegerType, _ i: Operation) {
        let source = row(i.a, of: UInt32.self)
        forEachWarp { firstLane, bits in
            let members = bits & self.members(i, firstLane, bits)
            var result: UInt32?
            for lane in 0..<Self.warpSize where members & (1 << UInt32(lane)) != 0 {
                let value = source[firstLane &+ lane]
                result = result.map { Self.join(operation, type, $0, value) } ?? value
            }
            if let result { write(result, to: row(i.d, of: UInt32.self), firstLane, bits) }
        }
    }

    private static func join(_ operation: IntegerBinary, _ type: IntegerType, _ a: UInt32, _ b: UInt32) -> UInt32 {
        let isSigned = type == .s32
        switch operation {
        case .minimum: return isSigned ? min(Int32(lane: a), Int32(lane: b)).lane : min(a, b)
        case .maximum: return isSigned ? max(Int32(lane: a), Int32(lane: b)).lane : max(a, b)
        case .and: return a & b
        case .or: return a | b
        case .xor: return a ^ b
        default: return a &+ b
        }
    }

    /// d = the lanes of the warp that run together now.
    func activeMask(_ i: Operation) {
        let destination = row(i.d, of: UInt32.self)
        forEachWarp { firstLane, bits in write(bits, to: destination, firstLane, bits) }
    }

    /// e = whether the lane is the lowest member; d, if wanted, that lane's number.
    func elect(_ i: Operation) {
        forEachWarp { firstLane, bits in
            let members = bits & self.members(i, firstLane, bits)
            let leader = members.trailingZeroBitCount
            if i.d >= 0 { write(UInt32(leader), to: row(i.d, of: UInt32.self), firstLane, bits) }
            let predicate = row(i.e, of: UInt32.self)
            write(0, to: predicate, firstLane, bits)
            if leader < Self.warpSize { predicate[firstLane &+ leader] = .max }
        }
    }

    /// The member mask of an operation, which stands in the row named by its own number; all lanes without one.
    private func members(_ i: Operation, _ firstLane: Int, _ bits: UInt32) -> UInt32 {
        guard i.immediate >= 0 else { return .max }
        return row(Int32(i.immediate), of: UInt32.self)[firstLane &+ bits.trailingZeroBitCount]
    }

    private func write(_ value: UInt32, to row: UnsafeMutablePointer<UInt32>, _ firstLane: Int, _ bits: UInt32) {
        for lane in 0..<Self.warpSize where bits & (1 << UInt32(lane)) != 0 { row[firstLane &+ lane] = value }
    }

    /// Makes the lanes of a warp wait whose operation names others that may still come, and goes on with the rest.
    /// - Returns: whether any lane is left.
    mutating func parkIncompleteWarps(_ i: Operation, at counter: Int32) -> Bool {
        guard i.immediate >= 0 else { return true }
        var isAnyParked = false
        forEachWarp { firstLane, bits in
            let wanted = members(i, firstLane, bits) & ~bits
            let isIncomplete = (0..<Self.warpSize).contains { lane in
                // An active lane that its condition leaves out does not come; nor does one that waits elsewhere.
                wanted & (1 << UInt32(lane)) != 0 && states[firstLane &+ lane] == .running
                    && active[firstLane &+ lane] == 0
            }
            guard isIncomplete else { return }
            isAnyParked = true
            for lane in 0..<Self.warpSize where bits & (1 << UInt32(lane)) != 0 {
                wait(firstLane &+ lane, as: .atWarpSync, resumingAt: counter)
            }
        }
        guard isAnyParked else { return true }
        hasParked = true
        return measure(from: first, to: end)
    }

    /// Takes a lane out of the running ones.
    @inline(__always)
    func wait(_ lane: Int, as state: LaneState, resumingAt counter: Int32) {
        states[lane] = state
        resumptions[lane] = counter
        counters[lane] = .max
        active[lane] = 0
        mask[lane] = 0
    }
}
