import PTX

/// Where the variables of a kernel, and of the functions it calls, lie.
struct ProgramLayout {
    /// Functions that the kernel reaches, itself first.
    let functions: [Int]
    /// Offsets of `.shared` variables in the block's shared memory, by variable.
    let shared: [Int: Int]
    /// Bytes of static shared memory; the dynamic part begins behind it.
    let sharedBytes: Int
    /// Offsets of `.const` and `.global` variables in the module's memory, by variable.
    let module: [Int: Int]
    /// The module's memory as it is at first.
    let moduleBytes: [UInt8]
    /// Where the `.global` variables begin.
    let firstWritableByte: Int
    /// Offsets in a thread's own memory, by function.
    let frames: [Int: FrameLayout]
    /// Bytes of a thread's own memory.
    let localBytes: Int

    /// A function's part of a thread's own memory. Functions never call themselves, so each has one for good.
    struct FrameLayout {
        var variables: [Int] = []
        /// Where the parameter space begins; kernels have theirs elsewhere.
        var parameters = 0
        var results = 0
    }

    init(_ source: CheckedModule, entry: Int) {
        functions = Self.reachable(source, entry)
        (shared, sharedBytes) = Self.layOutShared(source, functions)
        (module, firstWritableByte, moduleBytes) = Self.layOutModule(source, shared)
        (frames, localBytes) = Self.layOutFrames(source, functions)
    }

    private static func reachable(_ source: CheckedModule, _ entry: Int) -> [Int] {
        var found = [entry]
        var seen: Set<Int> = [entry]
        var index = 0
        while index < found.count {
            for callee in source.functions[found[index]].callees where seen.insert(callee).inserted {
                found.append(callee)
            }
            index += 1
        }
        return found
    }

    private static func layOutShared(_ source: CheckedModule, _ functions: [Int]) -> ([Int: Int], Int) {
        var used: Set<Int> = []
        for function in functions {
            for instruction in source.functions[function].instructions {
                for operand in instruction.operands { operand.forEachModuleVariable { used.insert($0) } }
            }
        }
        var offsets: [Int: Int] = [:]
        var end = 0
        let variables = used.sorted().filter { source.variables[$0].space == .shared }
        for index in variables where !source.variables[index].isDynamic {
            let variable = source.variables[index]
            end = end.aligned(to: variable.alignment)
            offsets[index] = end
            end += variable.byteCount
        }
        let dynamic = variables.filter { source.variables[$0].isDynamic }
        if let alignment = dynamic.map({ max(source.variables[$0].alignment, 16) }).max() {
            end = end.aligned(to: alignment)
            for index in dynamic { offsets[index] = end }
        }
        return (offsets, end)
    }

    private static func layOutModule(
        _ source: CheckedModule, _ shared: [Int: Int]
    ) -> ([Int: Int], Int, [UInt8]) {
        var offsets: [Int: Int] = [:]
        var end = 0
        func place(_ space: StateSpace) {
            for (index, variable) in source.variables.enumerated() where variable.space == space {
                end = end.aligned(to: variable.alignment)
                offsets[index] = end
                end += variable.byteCount
            }
        }
        place(.const)
        end = end.aligned(to: 256)
        let firstWritable = end
        place(.global)
        var bytes = [UInt8](repeating: 0, count: end)
        for (index, variable) in source.variables.enumerated() {
            guard let offset = offsets[index] else { continue }
            bytes.replaceSubrange(offset..<offset + variable.initialBytes.count, with: variable.initialBytes)
            for relocation in variable.relocations {
                let target = source.variables[relocation.variable]
                var address = UInt64(bitPattern: relocation.addend)
                if let inModule = offsets[relocation.variable] {
                    address &+= MemoryMap.moduleBase &+ UInt64(inModule)
                } else if target.space == .shared, let inShared = shared[relocation.variable] {
                    address &+= UInt64(inShared) &+ (relocation.isGeneric ? MemoryMap.sharedBase : 0)
                }
                withUnsafeBytes(of: address.littleEndian) { word in
                    bytes.replaceSubrange(offset + relocation.offset..<offset + relocation.offset + 8, with: word)
                }
            }
        }
        return (offsets, firstWritable, bytes)
    }

    private static func layOutFrames(_ source: CheckedModule, _ functions: [Int]) -> ([Int: FrameLayout], Int) {
        var frames: [Int: FrameLayout] = [:]
        var end = 0
        for index in functions {
            let function = source.functions[index]
            var frame = FrameLayout()
            for variable in function.frame {
                end = end.aligned(to: variable.alignment)
                frame.variables.append(end)
                end += variable.byteCount
            }
            if !function.isEntry {
                end = end.aligned(to: 16)
                frame.parameters = end
                end += function.parameterByteCount
                end = end.aligned(to: 16)
                frame.results = end
                end += function.results.map { $0.offset + $0.byteCount }.max() ?? 0
            }
            frames[index] = frame
        }
        return (frames, end.aligned(to: 16))
    }
}

extension Int {
    /// The next multiple of a power of two.
    func aligned(to alignment: Int) -> Int { alignment > 1 ? (self + alignment - 1) / alignment * alignment : self }
}

extension CheckedOperand {
    /// Calls `body` for every variable of the module that the operand mentions.
    func forEachModuleVariable(_ body: (Int) -> Void) {
        switch self {
        case .address(.place(.module(let index)), _), .variable(.module(let index), _): body(index)
        case .vector(let parts), .list(let parts): for part in parts { part.forEachModuleVariable(body) }
        case .pair(let first, let second):
            first.forEachModuleVariable(body)
            second.forEachModuleVariable(body)
        default: break
        }
    }
}
