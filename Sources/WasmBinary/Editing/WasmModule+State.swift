/// Edits that write an instance's state back into its module.
extension WasmModule {
    /// Sets what a global is at first.
    /// - Returns: False where the global is imported or does not exist; nothing is changed then.
    public mutating func setInitialValue(ofGlobal index: UInt32, to value: ConstantExpression) -> Bool {
        let place = Int(index) - importCount(of: .global)
        guard globals.indices.contains(place) else { return false }
        globals[place].initial = value
        return true
    }

    /// Replaces whatever is put into a memory at instantiation by one segment.
    ///
    /// Active segments are dropped ones to code that runs later, so those of this memory become empty passive ones,
    /// and no index of another segment changes. In a module whose code names no data segments they go altogether.
    /// - Parameters:
    ///   - memory: The memory, which must be large enough for the bytes.
    ///   - bytes: The contents; with none there is no segment.
    ///   - address: Where they begin.
    /// - Returns: False where there is no such memory; nothing is changed then.
    public mutating func replaceData(
        ofMemory memory: UInt32, with bytes: ArraySlice<UInt8>, at address: UInt64 = 0
    ) -> Bool {
        guard let type = IndexSpaces(of: self).memories.element(at: memory) else { return false }
        if declaresDataCount {
            for place in data.indices where data[place].isActive(in: memory) { dropData(at: place) }
        } else {
            data.removeAll { $0.isActive(in: memory) }
        }
        guard !bytes.isEmpty else { return true }
        let offset: ConstantExpression =
            type.is64Bit
            ? .i64(Int64(truncatingIfNeeded: address)) : .i32(Int32(truncatingIfNeeded: address))
        data.append(DataSegment(.active(memory: memory, offset: offset), bytes))
        return true
    }

    /// Makes a data segment what it is after `data.drop`: an empty one, under the same index.
    public mutating func dropData(at place: Int) {
        precondition(data.indices.contains(place), "no such data segment")
        data[place] = DataSegment(.passive, [])
    }

    /// Makes an element segment what it is after `elem.drop` or after it was put into its table, under the same index.
    /// It still declares its functions, so that `ref.func` may name them.
    public mutating func dropElements(at place: Int) {
        precondition(elements.indices.contains(place), "no such element segment")
        elements[place].mode = .declarative
    }

    /// Replaces whatever is put into a table at instantiation by other segments, without a change of any index.
    /// - Parameters:
    ///   - table: The table.
    ///   - segments: What is put into it: a place, and the items from there on.
    /// - Returns: False where there is no such table; nothing is changed then.
    public mutating func replaceElements(
        ofTable table: UInt32, with segments: [(place: UInt64, items: ElementSegment.Items)]
    ) -> Bool {
        guard let type = IndexSpaces(of: self).tables.element(at: table) else { return false }
        for place in elements.indices {
            if case .active(table, _) = elements[place].mode { dropElements(at: place) }
        }
        for segment in segments {
            let offset: ConstantExpression =
                type.is64Bit
                ? .i64(Int64(truncatingIfNeeded: segment.place)) : .i32(Int32(truncatingIfNeeded: segment.place))
            elements.append(ElementSegment(.active(table: table, offset: offset), segment.items))
        }
        return true
    }

    /// How many of a kind are imported.
    public func importCount(of kind: ExternalKind) -> Int { imports.count { $0.item.kind == kind } }
}

extension DataSegment {
    fileprivate func isActive(in memory: UInt32) -> Bool {
        if case .active(memory, _) = mode { true } else { false }
    }
}
