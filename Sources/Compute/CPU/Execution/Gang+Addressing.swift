/// From a kernel's addresses to bytes of this process. Nothing is read or written without passing through here.
extension Gang {
    /// One access of one lane, for messages.
    struct Access {
        let size: UInt64
        /// The address must be a multiple of it.
        let alignment: UInt64
        let space: MemorySpace
        let isStore: Bool
        /// An index of ``Program/operations``.
        let operation: Int
    }

    /// The bytes at an address.
    /// - Throws: a ``KernelFault`` when any of them may not be touched.
    @inline(__always)
    mutating func locate(_ address: UInt64, _ lane: Int, _ access: Access) throws(KernelFault)
        -> UnsafeMutableRawPointer
    {
        guard address & (access.alignment &- 1) == 0 else {
            throw fault(.misaligned(address: address, byteCount: Int(access.alignment)), lane, access)
        }
        switch access.space {
        case .shared:
            // Sound, here and below: the offset and the size are checked to lie inside the allocation.
            guard access.size <= context.sharedBytes, address <= context.sharedBytes &- access.size else {
                throw outOfBounds(MemoryMap.sharedBase &+ address, lane, access)
            }
            return context.shared + Int(address)
        case .local: return try locateLocal(address, lane, access)
        case .parameter: return try locateParameter(address, lane, access)
        case .global, .constant, .generic:
            if let pointer = segment.pointer(to: address, size: access.size), segment.isWritable || !access.isStore {
                return pointer
            }
            return try locateElsewhere(address, lane, access)
        }
    }

    private func locateLocal(
        _ offset: UInt64, _ lane: Int, _ access: Access
    ) throws(KernelFault) -> UnsafeMutableRawPointer {
        let count = UInt64(localStride)
        guard access.size <= count, offset <= count &- access.size else {
            throw outOfBounds(MemoryMap.localBase &+ offset, lane, access)
        }
        return locals + (lane &* localStride &+ Int(offset))
    }

    private func locateParameter(
        _ offset: UInt64, _ lane: Int, _ access: Access
    ) throws(KernelFault) -> UnsafeMutableRawPointer {
        guard access.size <= context.parameterBytes, offset <= context.parameterBytes &- access.size, !access.isStore
        else { throw outOfBounds(MemoryMap.parameterBase &+ offset, lane, access) }
        return context.parameters + Int(offset)
    }

    /// An address outside the segment of the last access: another segment, or a generic address of another memory.
    @inline(never)
    private mutating func locateElsewhere(
        _ address: UInt64, _ lane: Int, _ access: Access
    ) throws(KernelFault) -> UnsafeMutableRawPointer {
        if access.space == .generic {
            let offset = address & 0xffff_ffff
            switch address & ~0xffff_ffff {
            case MemoryMap.sharedBase:
                guard access.size <= context.sharedBytes, offset <= context.sharedBytes &- access.size else { break }
                return context.shared + Int(offset)
            case MemoryMap.localBase: return try locateLocal(offset, lane, access)
            case MemoryMap.parameterBase: return try locateParameter(offset, lane, access)
            default: break
            }
        }
        guard let found = context.map.pointee.segment(containing: address, size: access.size),
            let pointer = found.pointer(to: address, size: access.size)
        else { throw outOfBounds(address, lane, access) }
        guard found.isWritable || !access.isStore else { throw fault(.readOnly(address: address), lane, access) }
        segment = found
        return pointer
    }

    private func outOfBounds(_ address: UInt64, _ lane: Int, _ access: Access) -> KernelFault {
        fault(
            .outOfBounds(address: address, byteCount: Int(access.size), isStore: access.isStore), lane, access)
    }

    private func fault(_ kind: KernelFault.Kind, _ lane: Int, _ access: Access) -> KernelFault {
        KernelFault(kind: kind, operation: access.operation, thread: firstThread + lane)
    }

    /// The memory that every lane's address lies in, when one check can tell: then each lane is a plain access.
    ///
    /// - Returns: where address 0 plus the offset would be, so that a lane's byte is at `base + address`.
    @inline(__always)
    func locateAll(
        _ addresses: UnsafePointer<UInt64>, _ offset: UInt64, _ access: Access
    ) -> UnsafeMutableRawPointer? {
        guard isFull else { return nil }
        let (start, byteCount, host): (UInt64, UInt64, UnsafeMutableRawPointer?)
        switch access.space {
        case .shared: (start, byteCount, host) = (0, context.sharedBytes, context.shared)
        case .local, .parameter: return nil
        case .global, .constant, .generic:
            guard segment.isWritable || !access.isStore else { return nil }
            (start, byteCount, host) = (segment.start, segment.byteCount, segment.host)
        }
        guard let host, byteCount >= access.size, byteCount >> 32 == 0 else { return nil }
        let shift = offset &- start
        var high = SIMD8<UInt32>()
        var low = SIMD8<UInt32>()
        var highest = SIMD8<UInt32>()
        var lane = first
        while lane < end {
            let address = UnsafeRawPointer(addresses).load(fromByteOffset: lane &* 8, as: SIMD8<UInt64>.self)
            var part = SIMD8<UInt32>()
            for k in 0..<8 {
                let moved = address[k] &+ shift
                part[k] = UInt32(truncatingIfNeeded: moved)
                high[k] |= UInt32(truncatingIfNeeded: moved >> 32)
            }
            low |= part
            for k in 0..<8 { highest[k] = max(highest[k], part[k]) }
            lane &+= Self.step
        }
        var (anyHigh, anyLow, top): (UInt32, UInt32, UInt32) = (0, 0, 0)
        for k in 0..<8 { (anyHigh, anyLow, top) = (anyHigh | high[k], anyLow | low[k], max(top, highest[k])) }
        // Relative and absolute addresses are aligned alike when the segment's own start is.
        let misalignment = (anyLow | UInt32(truncatingIfNeeded: start)) & UInt32(access.alignment &- 1)
        guard anyHigh == 0, misalignment == 0, UInt64(top) <= byteCount &- access.size else { return nil }
        return host + Int(bitPattern: UInt(truncatingIfNeeded: shift))
    }
}
