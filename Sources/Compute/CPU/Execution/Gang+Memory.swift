/// Loads and stores.
extension Gang {
    mutating func load(
        _ type: MemoryType, _ width: RowWidth, _ space: MemorySpace, _ i: Operation, at index: Int
    ) throws(KernelFault) {
        switch type {
        case .u8: try load(UInt8.self, width, space, i, index)
        case .s8: try load(Int8.self, width, space, i, index)
        case .u16: try load(UInt16.self, width, space, i, index)
        case .s16: try load(Int16.self, width, space, i, index)
        case .b32: try load(UInt32.self, width, space, i, index)
        case .s32: try load(Int32.self, width, space, i, index)
        case .b64: try load(UInt64.self, width, space, i, index)
        }
    }

    mutating func store(_ type: MemoryType, _ space: MemorySpace, _ i: Operation, at index: Int) throws(KernelFault) {
        switch type {
        case .u8, .s8: try store(UInt8.self, UInt32.self, space, i, index)
        case .u16, .s16: try store(UInt16.self, UInt32.self, space, i, index)
        case .b32, .s32: try store(UInt32.self, UInt32.self, space, i, index)
        case .b64: try store(UInt64.self, UInt64.self, space, i, index)
        }
    }

    @inline(__always)
    private mutating func load<Stored: FixedWidthInteger>(
        _ stored: Stored.Type, _ width: RowWidth, _ space: MemorySpace, _ i: Operation, _ index: Int
    ) throws(KernelFault) {
        switch width {
        case .bits16: try load(stored, UInt16.self, space, i, index)
        case .bits32: try load(stored, UInt32.self, space, i, index)
        case .bits64: try load(stored, UInt64.self, space, i, index)
        }
    }

    private mutating func load<Stored: FixedWidthInteger, Register: FixedWidthInteger & LaneValue>(
        _: Stored.Type, _: Register.Type, _ space: MemorySpace, _ i: Operation, _ index: Int
    ) throws(KernelFault) {
        let size = UInt64(MemoryLayout<Stored>.size)
        let offset = UInt64(bitPattern: i.immediate)
        let addresses = row(i.a, of: UInt64.self)
        guard i.list.isEmpty else { return try loadVector(Stored.self, Register.self, space, i, index) }
        let access = Access(size: size, alignment: size, space: space, isStore: false, operation: index)
        let destination = row(i.d, of: Register.Storage.self)
        if let base = locateAll(addresses, offset, access) {
            for lane in first..<end {
                let value = base.load(fromByteOffset: Int(truncatingIfNeeded: addresses[lane]), as: Stored.self)
                destination[lane] = Register(truncatingIfNeeded: value).lane
            }
            return
        }
        for lane in first..<end where isFull || mask[lane] != 0 {
            let source = try locate(addresses[lane] &+ offset, lane, access)
            destination[lane] = Register(truncatingIfNeeded: source.load(as: Stored.self)).lane
        }
    }

    private mutating func loadVector<Stored: FixedWidthInteger, Register: FixedWidthInteger & LaneValue>(
        _: Stored.Type, _: Register.Type, _ space: MemorySpace, _ i: Operation, _ index: Int
    ) throws(KernelFault) {
        let count = i.list.count
        let size = UInt64(MemoryLayout<Stored>.size &* count)
        let offset = UInt64(bitPattern: i.immediate)
        let access = Access(size: size, alignment: size, space: space, isStore: false, operation: index)
        let addresses = row(i.a, of: UInt64.self)
        let destinations = context.lists + Int(i.list.lowerBound)
        for lane in first..<end where isFull || mask[lane] != 0 {
            let source = try locate(addresses[lane] &+ offset, lane, access)
            for k in 0..<count where destinations[k] >= 0 {
                let value = source.load(fromByteOffset: k &* MemoryLayout<Stored>.size, as: Stored.self)
                row(destinations[k], of: Register.Storage.self)[lane] = Register(truncatingIfNeeded: value).lane
            }
        }
    }

    private mutating func store<Stored: FixedWidthInteger, Storage: FixedWidthInteger>(
        _: Stored.Type, _: Storage.Type, _ space: MemorySpace, _ i: Operation, _ index: Int
    ) throws(KernelFault) {
        let count = i.list.count
        let elementSize = MemoryLayout<Stored>.size
        let offset = UInt64(bitPattern: i.immediate)
        let addresses = row(i.a, of: UInt64.self)
        guard count == 0 else {
            let size = UInt64(elementSize &* count)
            let access = Access(size: size, alignment: size, space: space, isStore: true, operation: index)
            let sources = context.lists + Int(i.list.lowerBound)
            for lane in first..<end where isFull || mask[lane] != 0 {
                let target = try locate(addresses[lane] &+ offset, lane, access)
                for k in 0..<count {
                    let value = Stored(truncatingIfNeeded: row(sources[k], of: Storage.self)[lane])
                    target.storeBytes(of: value, toByteOffset: k &* elementSize, as: Stored.self)
                }
            }
            return
        }
        let access = Access(
            size: UInt64(elementSize), alignment: UInt64(elementSize), space: space, isStore: true, operation: index)
        let values = row(i.b, of: Storage.self)
        if let base = locateAll(addresses, offset, access) {
            for lane in first..<end {
                let value = Stored(truncatingIfNeeded: values[lane])
                base.storeBytes(of: value, toByteOffset: Int(truncatingIfNeeded: addresses[lane]), as: Stored.self)
            }
            return
        }
        for lane in first..<end where isFull || mask[lane] != 0 {
            let target = try locate(addresses[lane] &+ offset, lane, access)
            target.storeBytes(of: Stored(truncatingIfNeeded: values[lane]), as: Stored.self)
        }
    }

    /// d = whether the generic address a leads into a space.
    func isInSpace(_ space: MemorySpace, _ i: Operation) {
        let word: UInt64? =
            switch space {
            case .shared: MemoryMap.sharedBase >> 32
            case .local: MemoryMap.localBase >> 32
            case .parameter: MemoryMap.parameterBase >> 32
            case .constant: MemoryMap.moduleBase >> 32
            case .global, .generic: nil
            }
        map(i) { (a: UInt64) -> Bool in
            let high = a >> 32
            guard let word else {
                return high == MemoryMap.guestBase >> 32 || high == MemoryMap.moduleBase >> 32
                    || high >= MemoryMap.firstBufferWord
            }
            return high == word
        }
    }
}
