import TestSupport

/// Loads, then stores, then atomic sums, at addresses that a table gives to each thread.
///
/// The phases are apart, and what a store writes depends on nothing but the address, so that the order of the threads
/// cannot show.
struct MemoryProgram {
    /// Bytes of the memory that stands for a guest's.
    static let guestBytes = 512

    let threads: Int
    let sharedBytes: Int
    let windows: [(offset: Int, count: Int)]
    /// Bytes of each buffer, and what its argument adds to the address.
    let buffers: [(count: Int, offset: Int)]
    let accesses: [MemoryAccess]
    /// By access, then by thread.
    private(set) var turns: [[MemoryAccess.Turn]]

    init(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
        let size = 1 + below(below(4) == 0 ? 300 : 40)
        // Complete groups of eight take other ways through the device.
        threads = below(2) == 0 ? size : (size + 7) / 8 * 8
        sharedBytes = 16 + below(120)
        var windows: [(offset: Int, count: Int)] = []
        for _ in 0..<1 + below(4) {
            let last = windows.last.map { $0.offset + $0.count } ?? 0
            // Some touch the one before, some overlap others, some are empty.
            let offset =
                below(3) == 0 ? last : below(2) == 0 ? below(Self.guestBytes) : below(Self.guestBytes / 16) * 16
            windows.append((offset, below(8) == 0 ? 0 : below(min(160, Self.guestBytes - offset) + 1)))
        }
        self.windows = windows
        buffers = (0..<1 + below(2)).map { _ in
            let count = 1 + below(128)
            return (count, below(3) == 0 ? below(count) : 0)
        }
        let all = windows.indices.map { MemoryAccess.Base.window($0) } + buffers.indices.map { .buffer($0) } + [.shared]
        // Often the same memory again.
        let bases = (0..<1 + below(3)).map { _ in all[below(all.count)] }
        accesses = (0..<1 + below(8)).map { _ in below(3) }.sorted().map {
            MemoryAccess(MemoryAccess.Action(rawValue: $0) ?? .load, bases[below(bases.count)], &generator)
        }
        turns = accesses.map { _ in [] }
        let layout = self
        turns = accesses.map { access in
            (0..<layout.threads).map { _ in layout.soundTurn(access, &generator) }
        }
        // Half of the programs have no wild address, the others one or two, or an access that is wild as a whole.
        guard below(2) == 0 else { return }
        let access = below(accesses.count)
        if below(2) == 0 {
            let size = accesses[access].byteCount
            // By anything, or so that it is aligned as seen from where the window begins.
            let shift = Int64(below(4) == 0 ? below(size) : range(of: accesses[access].base).0 % size)
            for thread in 0..<threads { turns[access][thread].distance += shift }
        } else {
            turns[access][below(threads)] = wildTurn(accesses[access], &generator)
            if below(4) == 0 { turns[access][below(threads)] = wildTurn(accesses[access], &generator) }
        }
    }

    private func wildTurn(_ access: MemoryAccess, _ generator: inout SeededGenerator) -> MemoryAccess.Turn {
        func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
        let (low, high) = range(of: access.base)
        // Anywhere near; at the last aligned place that begins inside; or inside and perhaps not aligned.
        let places = [
            low + below(high - low + 64) - 32, (high - 1) / access.byteCount * access.byteCount,
            low + below(max(high - low, 1)),
        ]
        let near = places[below(places.count)] - start(of: access.base) - access.constant
        let far: [Int64] = [1 << 31, -1 << 31, 1 << 20, -1 << 20, 1 << 62, -1 << 62]
        // From one memory into another: only where the instruction says which one it means.
        let words: [Int64] = [1 << 32, -1 << 32, 3 << 32, 1 << 60]
        let isWindow = if case .window = access.base { true } else { false }
        let jumps = isWindow && !access.isGeneric ? far + words : far
        let jump = below(4) == 0 ? jumps[below(jumps.count)] : 0
        return MemoryAccess.Turn(
            distance: Int64(near) &+ jump, isExecuted: access.isUnconditional || below(5) > 0)
    }

    private func soundTurn(_ access: MemoryAccess, _ generator: inout SeededGenerator) -> MemoryAccess.Turn {
        func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
        let (low, high) = range(of: access.base)
        let first = (low + access.byteCount - 1) / access.byteCount * access.byteCount
        guard high - first >= access.byteCount else {
            // There is no sound place.
            return MemoryAccess.Turn(distance: 0, isExecuted: access.isUnconditional)
        }
        let place = first + below((high - access.byteCount - first) / access.byteCount + 1) * access.byteCount
        return MemoryAccess.Turn(
            distance: Int64(place - start(of: access.base) - access.constant),
            isExecuted: access.isUnconditional || below(5) > 0)
    }

    /// Where the kernel's pointer stands, counted from the beginning of the memory.
    func start(of base: MemoryAccess.Base) -> Int {
        switch base {
        case .window(let index): windows[index].offset
        case .buffer(let index): buffers[index].offset
        case .shared: 0
        }
    }

    /// Where accesses may go: a window together with those that touch it.
    private func range(of base: MemoryAccess.Base) -> (Int, Int) {
        switch base {
        case .window(let index):
            var (low, high) = (windows[index].offset, windows[index].offset + windows[index].count)
            for _ in windows {
                for (offset, count) in windows where count > 0 && high > low && offset <= high && offset + count >= low
                {
                    (low, high) = (min(low, offset), max(high, offset + count))
                }
            }
            return (low, high)
        case .buffer(let index): return (0, buffers[index].count)
        case .shared: return (0, sharedBytes)
        }
    }
}
