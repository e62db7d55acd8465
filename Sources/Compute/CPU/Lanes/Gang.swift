/// Up to 256 threads of a block that execute one instruction at a time together: whole warps, lane by lane in rows.
///
/// A register is a row of lanes. Operations work on eight lanes at a time, which the compiler turns into vector
/// instructions; a mask tells which lanes are meant. The memory belongs to the ``BlockMachine``.
struct Gang {
    /// Lanes of a gang at most: enough to outweigh the cost of decoding, few enough for rows to stay in the cache.
    static let laneLimit = 256
    static let warpSize = 32
    /// Lanes that one step of a row operation takes.
    static let step = 8

    /// Lanes, a multiple of 32; the last ones may stand for no thread.
    let laneCount: Int
    /// Threads of the block before this gang's first lane.
    let firstThread: Int
    /// Threads behind the lanes, at most ``laneCount``.
    let threadCount: Int
    /// Whether the block has no other gang.
    let isAlone: Bool
    /// Register rows, one after the other; a 64-bit register takes two.
    let rows: UnsafeMutableRawPointer
    /// Bytes of one row of 32-bit lanes.
    let rowStride: Int
    /// The lanes that run together now: all ones or all zeros.
    let active: UnsafeMutablePointer<UInt32>
    /// Those of them that an operation's own condition leaves.
    let narrowed: UnsafeMutablePointer<UInt32>
    /// Where each running lane goes on, an index of ``Program/operations``; `Int32.max` for lanes that do not run.
    let counters: UnsafeMutablePointer<Int32>
    /// Where each waiting lane will go on.
    let resumptions: UnsafeMutablePointer<Int32>
    /// What each lane is doing.
    let states: UnsafeMutablePointer<LaneState>
    /// The barrier that each lane waits at.
    let barrierNumbers: UnsafeMutablePointer<UInt8>
    /// Each lane's own memory, one lane after the other.
    let locals: UnsafeMutableRawPointer
    /// Bytes of a lane's own memory.
    let localStride: Int

    /// The lanes that an operation is for: ``active`` or ``narrowed``.
    var mask: UnsafeMutablePointer<UInt32>
    /// Lanes that an operation looks at: all of ``mask`` lies within, both are multiples of ``step``.
    var first = 0
    var end = 0
    /// Lanes that are meant.
    var count = 0
    /// Whether every lane between them is meant.
    var isFull = false
    /// The lowest counter of lanes that run but not together with the active ones.
    var nextCounter = Int32.max
    /// Whether lanes wait for others of their warp.
    var hasParked = false
    /// Lanes that have not exited.
    var liveCount = 0

    /// What the block shares.
    let context: BlockContext

    /// The segment that the last access hit: most accesses hit the same one again.
    var segment = MemorySegment.none

    /// The row of a register.
    @inline(__always)
    func row(_ index: Int32) -> UnsafeMutableRawPointer { rows + Int(index) &* rowStride }

    @inline(__always)
    func row<Storage>(_ index: Int32, of type: Storage.Type) -> UnsafeMutablePointer<Storage> {
        // Sound: every row holds lanes of one storage type, by the register's declared width.
        row(index).assumingMemoryBound(to: type)
    }

    /// Fills a whole row with one value.
    func fill<Value: LaneValue>(_ index: Int32, with value: Value) {
        row(index, of: Value.Storage.self).update(repeating: value.lane, count: laneCount)
    }
}

/// What a lane is doing.
enum LaneState: UInt8 {
    /// Goes on at its counter.
    case running
    /// Waits at a barrier of the block.
    case atBarrier
    /// Waits for other lanes of its warp.
    case atWarpSync
    /// Has ended, or never was a thread.
    case exited
}
