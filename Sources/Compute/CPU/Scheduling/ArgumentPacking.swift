/// A launch's arguments as the bytes of the kernel's parameters, and the memory they open to it.
struct ArgumentPacking {
    private(set) var bytes: [UInt8]
    private(set) var map = MemoryMap()

    /// - Parameter launch: accepted by ``LaunchChecks``: as many arguments as parameters, of the same sizes.
    init(_ launch: Launch, _ kernel: CPUKernel) {
        bytes = [UInt8](repeating: 0, count: kernel.program.parameterBytes)
        for (parameter, argument) in zip(kernel.program.parameters, launch.arguments) {
            let value: UInt64
            switch argument {
            case .scalar(let bits, _): value = bits
            case .window(let offset, let count):
                value = MemoryMap.guestBase + UInt64(offset)
                openWindow(offset, count, launch.memory)
            case .buffer(let buffer, let offset): value = open(buffer, offset)
            }
            withUnsafeBytes(of: value.littleEndian) { source in
                let count = min(parameter.byteCount, source.count)
                bytes.replaceSubrange(parameter.offset..<parameter.offset + count, with: source.prefix(count))
            }
        }
        if let variables = kernel.variables {
            let constant = kernel.program.firstWritableByte
            map.add(
                MemorySegment(
                    start: MemoryMap.moduleBase, byteCount: UInt64(constant), host: variables.base, isWritable: false))
            map.add(
                MemorySegment(
                    start: MemoryMap.moduleBase + UInt64(constant), byteCount: UInt64(variables.byteCount - constant),
                    host: variables.base + constant, isWritable: true))
        }
    }

    private mutating func openWindow(_ offset: UInt32, _ count: UInt32, _ memory: GuestMemoryRegion?) {
        // Checked here once more: whatever a caller has overlooked must not reach beyond the guest.
        guard let memory, UInt64(offset) + UInt64(count) <= UInt64(memory.byteCount) else { return }
        map.add(
            MemorySegment(
                start: MemoryMap.guestBase + UInt64(offset), byteCount: UInt64(count),
                host: memory.base + Int(offset), isWritable: true))
    }

    private mutating func open(_ buffer: any DeviceBuffer, _ offset: UInt64) -> UInt64 {
        guard let buffer = buffer as? CPUBuffer else { return 0 }
        map.add(
            MemorySegment(
                start: buffer.address, byteCount: UInt64(buffer.byteCount), host: buffer.base, isWritable: true))
        return buffer.address &+ offset
    }
}
