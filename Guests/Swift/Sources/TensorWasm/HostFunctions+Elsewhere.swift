#if !arch(wasm32)
    // There is no host around a program that is not a guest. These answer so, which lets the package build for another
    // machine and the parts that ask no host be tested on it.

    func hostLoadPTX(_ ptx: UnsafeRawPointer?, _ ptxLength: UInt32, _ entry: UnsafeRawPointer?, _ entryLength: UInt32)
        -> Int64
    { -1 }

    func hostLaunch(
        _ kernel: Int64, _ gridX: UInt32, _ gridY: UInt32, _ gridZ: UInt32, _ blockX: UInt32, _ blockY: UInt32,
        _ blockZ: UInt32, _ sharedBytes: UInt32, _ arguments: UnsafeRawPointer?, _ argumentsLength: UInt32
    ) -> Int32 { -1 }

    func hostSync() -> Int32 { -1 }

    func hostLastErrorLength() -> Int32 { 0 }

    func hostLastErrorCopy(_ destination: UnsafeMutableRawPointer?, _ capacity: UInt32) -> Int32 { 0 }

    func hostAlloc(_ bytes: Int64) -> Int64 { -1 }

    func hostFree(_ handle: Int64) -> Int32 { -1 }

    func hostCopyIn(_ handle: Int64, _ offset: Int64, _ source: UnsafeRawPointer?, _ length: UInt32) -> Int32 { -1 }

    func hostCopyOut(_ handle: Int64, _ offset: Int64, _ destination: UnsafeMutableRawPointer?, _ length: UInt32)
        -> Int32
    { -1 }

    func hostDeviceAttribute(_ attribute: Int32) -> Int64 { -1 }

    func hostInputLength() -> UInt32 { 0 }

    func hostReadInput(_ offset: UInt32, _ destination: UnsafeMutableRawPointer?, _ capacity: UInt32) -> Int32 { -1 }

    func hostEmitChunk(_ bytes: UnsafeRawPointer?, _ count: UInt32) -> Int32 { -1 }

    func hostFlush() -> Int32 { -1 }

    func hostYield() -> Int32 { 0 }

    func hostDeadlineRemaining() -> UInt32 { .max }

    func hostWrite(
        _ descriptor: UInt32, _ vectors: UnsafeRawPointer?, _ count: UInt32, _ written: UnsafeMutableRawPointer?
    ) -> Int32 { 58 }

    func growMemory(_ memory: Int32, _ pages: Int32) -> Int32 { -1 }
#endif
