extension Instruction {
    /// The same instruction with other indices; labels, locals, lanes and counts stay.
    public func mapped(_ map: IndexMap) -> Instruction {
        switch immediate {
        case .none, .lane, .i32, .i64, .f32, .f64, .v128, .branchTable: self
        case .index(let index): replacing(.index(first(index, map)))
        case .indices(let first, let second): replacing(.indices(self.first(first, map), self.second(second, map)))
        case .block(let type): replacing(.block(type.mapped(map)))
        case .tryTable(let block): replacing(.tryTable(block.mapped(map)))
        case .branchCast(let cast):
            replacing(
                .branchCast(
                    BranchCast(label: cast.label, source: cast.source.mapped(map), target: cast.target.mapped(map))))
        case .memory(let argument): replacing(.memory(argument.mapped(map)))
        case .memoryLane(let argument, let lane): replacing(.memoryLane(argument.mapped(map), lane: lane))
        case .types(let types): replacing(.types(types.map { $0.mapped(map) }))
        case .heapType(let type): replacing(.heapType(type.mapped(map)))
        }
    }

    private func replacing(_ immediate: Immediate) -> Instruction { Instruction(checked: opcode, immediate) }

    private func first(_ index: UInt32, _ map: IndexMap) -> UInt32 {
        opcode.immediateKind.firstSpace.map { map($0, index) } ?? index
    }

    private func second(_ index: UInt32, _ map: IndexMap) -> UInt32 {
        opcode.immediateKind.secondSpace.map { map($0, index) } ?? index
    }
}

extension MemoryArgument {
    fileprivate func mapped(_ map: IndexMap) -> MemoryArgument {
        var argument = self
        argument.memory = map(.memory, memory)
        return argument
    }
}

extension TryTable {
    fileprivate func mapped(_ map: IndexMap) -> TryTable {
        TryTable(
            type.mapped(map),
            catches: catches.map { clause in
                Catch(
                    tag: clause.tag.map { map(.tag, $0) }, takesReference: clause.takesReference, label: clause.label)
            })
    }
}
