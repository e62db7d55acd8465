#if arch(wasm32)
    // The host's functions as they are, under the names that docs/GUEST-ABI.md gives them. One that a guest does not
    // reach leaves no import in its module. The second attribute asks for the calling convention of C: Swift's own would
    // add parameters of which the host knows nothing.

    @_extern(wasm, module: "wasi:cuda/host@0.2.0", name: "wasi_cuda_load_ptx") @_extern(c)
    func hostLoadPTX(_ ptx: UnsafeRawPointer?, _ ptxLength: UInt32, _ entry: UnsafeRawPointer?, _ entryLength: UInt32)
        -> Int64

    @_extern(wasm, module: "wasi:cuda/host@0.2.0", name: "wasi_cuda_launch") @_extern(c)
    func hostLaunch(
        _ kernel: Int64, _ gridX: UInt32, _ gridY: UInt32, _ gridZ: UInt32, _ blockX: UInt32, _ blockY: UInt32,
        _ blockZ: UInt32, _ sharedBytes: UInt32, _ arguments: UnsafeRawPointer?, _ argumentsLength: UInt32
    ) -> Int32

    @_extern(wasm, module: "wasi:cuda/host@0.2.0", name: "wasi_cuda_sync") @_extern(c)
    func hostSync() -> Int32

    @_extern(wasm, module: "wasi:cuda/host@0.2.0", name: "wasi_cuda_last_error_len") @_extern(c)
    func hostLastErrorLength() -> Int32

    @_extern(wasm, module: "wasi:cuda/host@0.2.0", name: "wasi_cuda_last_error_copy") @_extern(c)
    func hostLastErrorCopy(_ destination: UnsafeMutableRawPointer?, _ capacity: UInt32) -> Int32

    @_extern(wasm, module: "wasi:cuda/host@0.2.0", name: "wasi_cuda_alloc") @_extern(c)
    func hostAlloc(_ bytes: Int64) -> Int64

    @_extern(wasm, module: "wasi:cuda/host@0.2.0", name: "wasi_cuda_free") @_extern(c)
    func hostFree(_ handle: Int64) -> Int32

    @_extern(wasm, module: "wasi:cuda/host@0.2.0", name: "wasi_cuda_memcpy_h2d") @_extern(c)
    func hostCopyIn(_ handle: Int64, _ offset: Int64, _ source: UnsafeRawPointer?, _ length: UInt32) -> Int32

    @_extern(wasm, module: "wasi:cuda/host@0.2.0", name: "wasi_cuda_memcpy_d2h") @_extern(c)
    func hostCopyOut(_ handle: Int64, _ offset: Int64, _ destination: UnsafeMutableRawPointer?, _ length: UInt32)
        -> Int32

    @_extern(wasm, module: "wasi:cuda/host@0.2.0", name: "wasi_cuda_device_attribute") @_extern(c)
    func hostDeviceAttribute(_ attribute: Int32) -> Int64

    @_extern(wasm, module: "wasi:tensor/host", name: "input-len") @_extern(c)
    func hostInputLength() -> UInt32

    @_extern(wasm, module: "wasi:tensor/host", name: "read-input-at") @_extern(c)
    func hostReadInput(_ offset: UInt32, _ destination: UnsafeMutableRawPointer?, _ capacity: UInt32) -> Int32

    @_extern(wasm, module: "wasi:tensor/host", name: "emit-chunk") @_extern(c)
    func hostEmitChunk(_ bytes: UnsafeRawPointer?, _ count: UInt32) -> Int32

    @_extern(wasm, module: "wasi:tensor/host", name: "flush") @_extern(c)
    func hostFlush() -> Int32

    @_extern(wasm, module: "wasi:scheduler/host@0.1.0", name: "yield") @_extern(c)
    func hostYield() -> Int32

    @_extern(wasm, module: "wasi:scheduler/host@0.1.0", name: "deadline-remaining-ms") @_extern(c)
    func hostDeadlineRemaining() -> UInt32

    @_extern(wasm, module: "wasi_snapshot_preview1", name: "fd_write") @_extern(c)
    func hostWrite(
        _ descriptor: UInt32, _ vectors: UnsafeRawPointer?, _ count: UInt32, _ written: UnsafeMutableRawPointer?
    ) -> Int32

    /// The instruction `memory.grow`: the former size in pages, or −1 where the limit is reached.
    @_extern(c, "llvm.wasm.memory.grow.i32")
    func growMemory(_ memory: Int32, _ pages: Int32) -> Int32
#endif
