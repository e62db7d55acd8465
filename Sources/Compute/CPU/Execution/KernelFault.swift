/// Why a block could not go on, and where.
struct KernelFault: Error {
    enum Kind {
        /// Outside everything the launch may touch.
        case outOfBounds(address: UInt64, byteCount: Int, isStore: Bool)
        /// A store to `.const` variables.
        case readOnly(address: UInt64)
        case misaligned(address: UInt64, byteCount: Int)
        /// `trap`, or a failed assertion.
        case trap(String)
        /// Every thread waits at a barrier that cannot complete.
        case deadlock
        /// `brx.idx` beyond its list.
        case branchIndex(UInt64)
    }

    let kind: Kind
    /// An index of ``Program/operations``.
    let operation: Int
    /// The thread's number within its block.
    let thread: Int

    /// The message for the guest's author.
    func message(in program: Program, block: Dimensions, blockIndex: Dimensions) -> String {
        let note = program.notes[Int(program.operations[operation].note)]
        let x = thread % block.x
        let (y, z) = (thread / block.x % block.y, thread / (block.x * block.y))
        let place =
            "kernel \(program.entry), line \(note.line), \(note.spelling), block (\(blockIndex.x), \(blockIndex.y), "
            + "\(blockIndex.z)), thread (\(x), \(y), \(z)): "
        switch kind {
        case .outOfBounds(let address, let count, let isStore):
            return place + "\(isStore ? "a store of" : "an access to") \(count) bytes at address "
                + MemoryMap.describe(address) + " is outside the launch's windows and buffers"
        case .readOnly(let address):
            return place + "address \(MemoryMap.describe(address)) cannot be written"
        case .misaligned(let address, let count):
            return place + "address \(MemoryMap.describe(address)) is not a multiple of \(count)"
        case .trap(let text): return place + text
        case .deadlock: return place + "every thread waits at a barrier that cannot complete"
        case .branchIndex(let index): return place + "the branch index \(index) is beyond the list of targets"
        }
    }
}
