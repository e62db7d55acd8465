/// The interpreter's loop.
extension Gang {
    /// Why a gang gave up its thread.
    enum Stop {
        /// No lane runs any more: all have ended or wait at a barrier.
        case halted
        /// The time slice is over, or the launch was stopped.
        case paused
    }

    /// Runs until no lane can go on, or the pacer says so.
    mutating func run(_ operations: UnsafePointer<Operation>, _ pacer: inout Pacer) throws(KernelFault) -> Stop {
        while var counter = regroup() {
            while true {
                let operation = operations + Int(counter)
                if case .onward = Self.kind(of: operation.pointee.action) {
                    try step(operation, counter)
                    counter &+= 1
                    guard counter >= nextCounter else { continue }
                    leave(at: counter)
                    break
                }
                let whole = selection
                guard let flow = try control(operation, counter, whole) else {
                    // Nobody's condition held.
                    counter &+= 1
                    guard counter >= nextCounter else { continue }
                    leave(at: counter)
                    break
                }
                widen(to: whole)
                guard case .jump(let target) = flow else { break }
                let isBackward = target <= counter
                counter = target
                if isBackward, pacer.mustPause() {
                    leave(at: counter)
                    return .paused
                }
                if counter >= nextCounter || (isBackward && hasParked) {
                    leave(at: counter)
                    break
                }
            }
        }
        return .halted
    }

    private enum Kind {
        /// Goes on with the next operation.
        case onward
        /// May go on elsewhere.
        case control
    }

    @inline(__always)
    private static func kind(of action: Action) -> Kind {
        switch action {
        case .branch, .indexedBranch, .call, .returnFromCall, .exit, .barrier, .shuffle, .vote, .match, .reduce, .elect,
            .warpSync, .trap:
            .control
        default: .onward
        }
    }

    @inline(__always)
    private mutating func step(_ operation: UnsafePointer<Operation>, _ counter: Int32) throws(KernelFault) {
        guard operation.pointee.condition >= 0 else { return try execute(operation.pointee, counter) }
        let whole = selection
        if narrow(to: operation.pointee.condition, isNegated: operation.pointee.isConditionNegated) {
            try execute(operation.pointee, counter)
        }
        widen(to: whole)
    }

    /// - Returns: `nil` when no lane's condition holds; the mask is then as it was.
    private mutating func control(
        _ operation: UnsafePointer<Operation>, _ counter: Int32, _ whole: Selection
    ) throws(KernelFault) -> Flow? {
        let i = operation.pointee
        if i.condition >= 0, !narrow(to: i.condition, isNegated: i.isConditionNegated) {
            widen(to: whole)
            return nil
        }
        switch i.action {
        case .branch: return branch(to: Int32(i.immediate), from: counter, whole)
        case .call:
            let returns = row(i.d, of: UInt32.self)
            forEachLane { lane in returns[lane] = UInt32(counter &+ 1) }
            return branch(to: Int32(i.immediate), from: counter, whole)
        case .returnFromCall:
            let returns = row(i.a, of: UInt32.self)
            return try scatter(from: counter, whole) { lane in Int32(bitPattern: returns[lane]) }
        case .indexedBranch:
            let (indices, targets, count) = (row(i.a, of: UInt32.self), context.lists, i.list.count)
            let thread = firstThread
            return try scatter(from: counter, whole) { (lane) throws(KernelFault) in
                let index = Int(indices[lane])
                guard index < count else {
                    throw KernelFault(
                        kind: .branchIndex(UInt64(index)), operation: Int(counter), thread: thread + lane)
                }
                return targets[Int(i.list.lowerBound) + index]
            }
        case .exit: return exit(from: counter, whole)
        case .barrier(let action): return arrive(action, i, at: counter, whole)
        case .trap:
            throw KernelFault(
                kind: .trap("the kernel trapped"), operation: Int(counter), thread: firstThread + firstLane)
        default: return try together(i, counter, whole)
        }
    }

    /// Operations of a warp: lanes that have to wait for others leave the group first.
    private mutating func together(_ i: Operation, _ counter: Int32, _ whole: Selection) throws(KernelFault) -> Flow {
        let isAnyLeft = parkIncompleteWarps(i, at: counter)
        if isAnyLeft {
            switch i.action {
            case .shuffle(let mode): shuffle(mode, i)
            case .vote(let mode): vote(mode, i)
            case .match(let width, let isAll): match(width, isAll: isAll, i)
            case .reduce(let operation, let type): reduce(operation, type, i)
            case .elect: elect(i)
            default: break
            }
        }
        guard hasParked else { return .jump(counter &+ 1) }
        for lane in whole.first..<whole.end where active[lane] != 0 { counters[lane] = counter &+ 1 }
        return .regroup
    }

    private var firstLane: Int { (first..<end).first { mask[$0] != 0 } ?? first }
}
