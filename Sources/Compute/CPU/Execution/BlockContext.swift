/// What all threads of a block share. The pointers belong to the ``BlockMachine`` and its launch.
struct BlockContext {
    /// The block's shared memory.
    let shared: UnsafeMutableRawPointer
    /// Bytes of shared memory.
    let sharedBytes: UInt64
    /// The kernel's parameters.
    let parameters: UnsafeMutableRawPointer
    /// Bytes of the parameters.
    let parameterBytes: UInt64
    /// Everything else a kernel may touch.
    let map: UnsafePointer<MemoryMap>
    /// ``Program/lists``.
    let lists: UnsafePointer<Int32>
    /// The block's barriers, ``Barrier/count`` of them.
    let barriers: UnsafeMutablePointer<Barrier>
    /// Receives what the kernel prints.
    let output: (([UInt8]) -> Void)?
}
