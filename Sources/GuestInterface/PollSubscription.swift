import WasmEngine

/// One thing a guest waits for in `poll_oneoff`: a clock, or a stream, which is always ready.
struct PollSubscription {
    /// Bytes of a `subscription` and of an `event` (WASI preview 1).
    static let size: UInt32 = 48
    static let eventSize: UInt32 = 32
    /// More subscriptions than this in one call are refused.
    static let countLimit: UInt32 = 4_096

    private let userData: UInt64
    private let tag: UInt8
    /// Nanoseconds from now until the event; 0 for streams.
    let delay: UInt64

    /// - Throws: `invalid` for no subscriptions, too many, or an unknown clock or kind; `fault` outside the memory.
    static func read(
        count: UInt32, at pointer: UInt32, from memory: borrowing GuestMemory
    ) throws(WASIErrorNumber) -> [PollSubscription] {
        guard count > 0, count <= countLimit else { throw .invalid }
        guard memory.contains(pointer, count * size) else { throw .fault }
        var subscriptions: [PollSubscription] = []
        for index in 0..<count {
            subscriptions.append(try PollSubscription(at: pointer + index * size, in: memory))
        }
        return subscriptions
    }

    private init(at pointer: UInt32, in memory: borrowing GuestMemory) throws(WASIErrorNumber) {
        guard let userData = memory.load(pointer, as: UInt64.self), let tag = memory.load(pointer + 8, as: UInt8.self),
            let clockNumber = memory.load(pointer + 16, as: UInt32.self),
            let timeout = memory.load(pointer + 24, as: UInt64.self),
            let flags = memory.load(pointer + 40, as: UInt16.self)
        else { throw .fault }
        self.userData = userData
        self.tag = tag
        switch tag {
        case 0:
            guard let clock = WASIClocks.Clock(rawValue: clockNumber) else { throw .invalid }
            let isAbsolute = flags & 1 == 1
            let now = isAbsolute ? clock.now() : 0
            delay = timeout > now ? timeout - now : 0
        case 1, 2:
            delay = 0
        default:
            throw .invalid
        }
    }

    /// Writes the event that says this subscription is ready, without an error.
    func writeEvent(to pointer: UInt32, in memory: borrowing GuestMemory) -> Bool {
        guard memory.contains(pointer, Self.eventSize) else { return false }
        return memory.store(userData, to: pointer) && memory.store(UInt16(0), to: pointer + 8)
            && memory.store(tag, to: pointer + 10) && memory.store(UInt64(0), to: pointer + 16)
            && memory.store(UInt16(0), to: pointer + 24)
    }
}
