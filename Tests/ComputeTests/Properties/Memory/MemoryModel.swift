/// What a ``MemoryProgram`` may do, and what is where afterwards.
struct MemoryModel {
    /// The guest's memory, each buffer, and shared memory.
    private(set) var guest: [UInt8]
    private(set) var buffers: [[UInt8]]
    private var shared: [UInt8]
    /// Which bytes of the guest's memory lie in a window.
    let isOpen: [Bool]
    /// The registers that each thread's loads fill: four for each access.
    private(set) var loaded: [[UInt64]]
    /// Whether every executed access was allowed.
    private(set) var isAllowed = true

    /// What a register holds that no load has filled.
    static let untouched: UInt64 = 0xA5A5_5A5A_C3C3_3C3C

    /// The byte that stores write at some place of any memory.
    static func stored(_ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: place &* 151 &+ 89) }

    /// The byte that is there at first.
    static func initial(_ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: place &* 37 &+ 11) }

    init(_ program: MemoryProgram) {
        guest = (0..<MemoryProgram.guestBytes).map(Self.initial)
        buffers = program.buffers.map { (0..<$0.count).map(Self.initial) }
        shared = (0..<program.sharedBytes).map(Self.initial)
        var isOpen = [Bool](repeating: false, count: MemoryProgram.guestBytes)
        for window in program.windows { for place in 0..<window.count { isOpen[window.offset + place] = true } }
        self.isOpen = isOpen
        let kinds = program.accesses.map(\.register)
        loaded = Array(
            repeating: kinds.flatMap { kind in
                Array(repeating: Self.untouched & (UInt64.max >> UInt64(64 - kind.bitWidth)), count: 4)
            }, count: program.threads)
        for (index, access) in program.accesses.enumerated() {
            for thread in 0..<program.threads where program.turns[index][thread].isExecuted {
                run(access, index, thread, program)
            }
        }
    }

    private mutating func run(_ access: MemoryAccess, _ index: Int, _ thread: Int, _ program: MemoryProgram) {
        let distance = program.turns[index][thread].distance
        let place = Int(Int64(program.start(of: access.base)) &+ distance &+ Int64(access.constant))
        guard place >= 0, place % access.byteCount == 0, isInside(access, place) else {
            isAllowed = false
            return
        }
        let places = place..<place + access.byteCount
        switch access.action {
        case .load:
            for k in 0..<access.count {
                var value: UInt64 = 0
                for byte in 0..<access.element.byteCount {
                    value |= UInt64(read(access.base, place + k * access.element.byteCount + byte)) << UInt64(8 * byte)
                }
                let unused = UInt64(64 - 8 * access.element.byteCount)
                if access.element.isSigned {
                    value = UInt64(bitPattern: Int64(bitPattern: value << unused) >> Int64(unused))
                }
                loaded[thread][index * 4 + k] = value & (UInt64.max >> UInt64(64 - access.register.bitWidth))
            }
        case .store:
            for at in places { write(access.base, at, Self.stored(at)) }
        case .sum:
            var sum = UInt32(truncatingIfNeeded: thread + 1) &* 0x0101_0101
            for (byte, at) in places.enumerated() { sum &+= UInt32(read(access.base, at)) << UInt32(8 * byte) }
            for (byte, at) in places.enumerated() {
                write(access.base, at, UInt8(truncatingIfNeeded: sum >> UInt32(8 * byte)))
            }
        }
    }

    private func isInside(_ access: MemoryAccess, _ place: Int) -> Bool {
        let count =
            switch access.base {
            case .window: guest.count
            case .buffer(let index): buffers[index].count
            case .shared: shared.count
            }
        guard count >= access.byteCount, place <= count - access.byteCount else { return false }
        guard case .window = access.base else { return true }
        return isOpen[place..<place + access.byteCount].allSatisfy { $0 }
    }

    private func read(_ base: MemoryAccess.Base, _ place: Int) -> UInt8 {
        switch base {
        case .window: guest[place]
        case .buffer(let index): buffers[index][place]
        case .shared: shared[place]
        }
    }

    private mutating func write(_ base: MemoryAccess.Base, _ place: Int, _ byte: UInt8) {
        switch base {
        case .window: guest[place] = byte
        case .buffer(let index): buffers[index][place] = byte
        case .shared: shared[place] = byte
        }
    }
}
