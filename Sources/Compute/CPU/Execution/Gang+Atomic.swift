import Synchronization

/// Atomic operations, lane after lane. On memory that other blocks reach they are atomic in this process too; a block's
/// own memory is only ever worked on by one thread.
extension Gang {
    /// d = the old value at a; the new one is computed from it and b (and c for compare-and-exchange). A destination
    /// of -1 is not wanted.
    mutating func atomic(
        _ action: AtomicAction, _ type: AtomicType, _ space: MemorySpace, _ i: Operation, at index: Int
    ) throws(KernelFault) {
        switch type {
        case .u32: try update(i, space, index) { (old: UInt32, b, c) in Self.apply(action, old, b, c) }
        case .s32:
            try update(i, space, index) { (old: UInt32, b, c) in
                UInt32(bitPattern: Self.apply(action, Int32(lane: old), Int32(lane: b), Int32(lane: c)))
            }
        case .u64: try update(i, space, index) { (old: UInt64, b, c) in Self.apply(action, old, b, c) }
        case .s64:
            try update(i, space, index) { (old: UInt64, b, c) in
                UInt64(bitPattern: Self.apply(action, Int64(lane: old), Int64(lane: b), Int64(lane: c)))
            }
        case .f32:
            try update(i, space, index) { (old: UInt32, b, _) in
                Self.apply(action, Float(lane: old), Float(lane: b)).lane
            }
        case .f64:
            try update(i, space, index) { (old: UInt64, b, _) in
                Self.apply(action, Double(lane: old), Double(lane: b)).lane
            }
        case .f16x2, .bf16x2:
            let isBrain = type == .bf16x2
            try update(i, space, index) { (old: UInt32, b, _) in
                Self.applyHalf(action, old & 0xffff, b & 0xffff, isBrain)
                    | Self.applyHalf(action, old >> 16, b >> 16, isBrain) << 16
            }
        case .f16, .bf16:
            let isBrain = type == .bf16
            try updateHalf(i, space, index) { old, b, _ in Self.applyHalf(action, old, b, isBrain) }
        case .b16:
            try updateHalf(i, space, index) { old, b, c in
                action == .compareExchange ? (old == b & 0xffff ? c & 0xffff : old) : b & 0xffff
            }
        }
    }

    @inline(__always)
    private static func apply<T: FixedWidthInteger>(_ action: AtomicAction, _ old: T, _ b: T, _ c: T) -> T {
        switch action {
        case .add: old &+ b
        case .minimum: min(old, b)
        case .maximum: max(old, b)
        case .and: old & b
        case .or: old | b
        case .xor: old ^ b
        case .exchange: b
        case .compareExchange: old == b ? c : old
        case .increment: old >= b ? 0 : old &+ 1
        case .decrement: old == 0 || old > b ? b : old &- 1
        }
    }

    @inline(__always)
    private static func apply<T: BinaryFloatingPoint & LaneValue>(_ action: AtomicAction, _ old: T, _ b: T) -> T {
        switch action {
        case .add: old + b
        case .minimum: old.minimum(b)
        case .maximum: old.maximum(b)
        default: b
        }
    }

    private static func applyHalf(_ action: AtomicAction, _ old: UInt32, _ b: UInt32, _ isBrain: Bool) -> UInt32 {
        let read = isBrain ? HalfPrecision.bfloat : HalfPrecision.half
        let result = apply(action, read(old), read(b))
        return isBrain ? HalfPrecision.bfloatBits(result) : HalfPrecision.halfBits(result)
    }

    @inline(__always)
    private mutating func update<Word: AtomicWord & LaneValue>(
        _ i: Operation, _ space: MemorySpace, _ index: Int, _ compute: (Word, Word, Word) -> Word
    ) throws(KernelFault) where Word.Storage == Word {
        let size = UInt64(MemoryLayout<Word>.size)
        let access = Access(size: size, alignment: size, space: space, isStore: true, operation: index)
        let offset = UInt64(bitPattern: i.immediate)
        let addresses = row(i.a, of: UInt64.self)
        let (b, c) = (row(i.b, of: Word.self), row(i.c, of: Word.self))
        for lane in first..<end where isFull || mask[lane] != 0 {
            let target = try locate(addresses[lane] &+ offset, lane, access)
            let old: Word
            if space == .shared {
                old = target.load(as: Word.self)
                target.storeBytes(of: compute(old, b[lane], c[lane]), as: Word.self)
            } else {
                old = Word.update(target) { compute($0, b[lane], c[lane]) }
            }
            if i.d >= 0 { row(i.d, of: Word.self)[lane] = old }
        }
    }

    private mutating func updateHalf(
        _ i: Operation, _ space: MemorySpace, _ index: Int, _ compute: (UInt32, UInt32, UInt32) -> UInt32
    ) throws(KernelFault) {
        let access = Access(size: 2, alignment: 2, space: space, isStore: true, operation: index)
        let offset = UInt64(bitPattern: i.immediate)
        let addresses = row(i.a, of: UInt64.self)
        let (b, c) = (row(i.b, of: UInt32.self), row(i.c, of: UInt32.self))
        for lane in first..<end where isFull || mask[lane] != 0 {
            let target = try locate(addresses[lane] &+ offset, lane, access)
            let old = UInt16.update(target) { UInt16(truncatingIfNeeded: compute(UInt32($0), b[lane], c[lane])) }
            if i.d >= 0 { row(i.d, of: UInt32.self)[lane] = UInt32(old) }
        }
    }
}

/// A word that this process can change atomically.
protocol AtomicWord: FixedWidthInteger {
    /// Replaces the word at `target`, which is aligned, with a value computed from it.
    /// - Returns: the value it replaced.
    static func update(_ target: UnsafeMutableRawPointer, _ compute: (Self) -> Self) -> Self
}

extension UInt16: AtomicWord {
    @inline(__always)
    static func update(_ target: UnsafeMutableRawPointer, _ compute: (UInt16) -> UInt16) -> UInt16 {
        // Sound, here and below: an atomic has the layout of its value, and the address is checked and aligned.
        let word = target.assumingMemoryBound(to: Atomic<UInt16>.self)
        var old = word.pointee.load(ordering: .relaxed)
        while true {
            let (isDone, found) = word.pointee.weakCompareExchange(
                expected: old, desired: compute(old), ordering: .acquiringAndReleasing)
            if isDone { return found }
            old = found
        }
    }
}

extension UInt32: AtomicWord {
    @inline(__always)
    static func update(_ target: UnsafeMutableRawPointer, _ compute: (UInt32) -> UInt32) -> UInt32 {
        let word = target.assumingMemoryBound(to: Atomic<UInt32>.self)
        var old = word.pointee.load(ordering: .relaxed)
        while true {
            let (isDone, found) = word.pointee.weakCompareExchange(
                expected: old, desired: compute(old), ordering: .acquiringAndReleasing)
            if isDone { return found }
            old = found
        }
    }
}

extension UInt64: AtomicWord {
    @inline(__always)
    static func update(_ target: UnsafeMutableRawPointer, _ compute: (UInt64) -> UInt64) -> UInt64 {
        let word = target.assumingMemoryBound(to: Atomic<UInt64>.self)
        var old = word.pointee.load(ordering: .relaxed)
        while true {
            let (isDone, found) = word.pointee.weakCompareExchange(
                expected: old, desired: compute(old), ordering: .acquiringAndReleasing)
            if isDone { return found }
            old = found
        }
    }
}
