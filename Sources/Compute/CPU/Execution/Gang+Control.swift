/// Branches, calls, barriers and exits: which lane goes on where.
extension Gang {
    /// What an operation of control means for the lanes that run together.
    enum Flow {
        /// All of them go on at that operation.
        case jump(Int32)
        /// Their counters are set; choose anew.
        case regroup
    }

    /// Chooses the lanes with the lowest counter, so that lanes which went apart meet again behind the branch.
    /// - Returns: where they go on; `nil` when no lane runs.
    mutating func regroup() -> Int32? {
        mask = active
        var lowest = lowestCounter()
        if hasParked, lowest == .max { lowest = lowestParked() }
        guard lowest < .max else { return nil }
        if hasParked { unpark(at: lowest) }
        var next = Int32.max
        for lane in 0..<laneCount {
            let counter = counters[lane]
            let isChosen = counter == lowest
            active[lane] = isChosen ? .max : 0
            next = isChosen ? next : min(next, counter)
        }
        if hasParked {
            for lane in 0..<laneCount where states[lane] == .atWarpSync { next = min(next, resumptions[lane]) }
        }
        nextCounter = next
        _ = measure(from: 0, to: laneCount)
        return lowest
    }

    private func lowestCounter() -> Int32 {
        var lowest = Int32.max
        for lane in 0..<laneCount { lowest = min(lowest, counters[lane]) }
        return lowest
    }

    private func lowestParked() -> Int32 {
        var lowest = Int32.max
        for lane in 0..<laneCount where states[lane] == .atWarpSync { lowest = min(lowest, resumptions[lane]) }
        return lowest
    }

    private mutating func unpark(at counter: Int32) {
        hasParked = false
        for lane in 0..<laneCount where states[lane] == .atWarpSync {
            if resumptions[lane] == counter {
                states[lane] = .running
                counters[lane] = counter
            } else {
                hasParked = true
            }
        }
    }

    /// Lets all lanes that run together go on at `counter`, when others are to be looked at.
    @inline(__always)
    func leave(at counter: Int32) {
        for lane in 0..<laneCount where active[lane] != 0 { counters[lane] = counter }
    }

    /// The lanes that are meant go to `target`, the other active ones to the operation after `counter`.
    mutating func branch(to target: Int32, from counter: Int32, _ whole: Selection) -> Flow {
        if count == whole.count { return .jump(target) }
        for lane in whole.first..<whole.end where active[lane] != 0 {
            counters[lane] = narrowed[lane] != 0 ? target : counter &+ 1
        }
        return .regroup
    }

    /// The lanes that are meant go where a row, or a list indexed by it, says.
    mutating func scatter(
        from counter: Int32, _ whole: Selection, _ target: (Int) throws(KernelFault) -> Int32
    ) throws(KernelFault) -> Flow {
        for lane in whole.first..<whole.end where active[lane] != 0 {
            counters[lane] = mask[lane] != 0 ? try target(lane) : counter &+ 1
        }
        return .regroup
    }

    /// The lanes that are meant end.
    mutating func exit(from counter: Int32, _ whole: Selection) -> Flow {
        for lane in whole.first..<whole.end where active[lane] != 0 {
            if mask[lane] != 0 {
                states[lane] = .exited
                counters[lane] = .max
                liveCount -= 1
            } else {
                counters[lane] = counter &+ 1
            }
        }
        return .regroup
    }

    /// The lanes that are meant arrive at a barrier; unless they only arrive, they wait there.
    ///
    /// a is the row of the barrier's number, b of the count of threads (-1: all), c of the predicate (-1: none).
    mutating func arrive(_ action: BarrierAction, _ i: Operation, at counter: Int32, _ whole: Selection) -> Flow {
        // A block of one gang whose threads are all here does not have to wait for anybody.
        if action == .synchronize, i.b < 0, isAlone, count == liveCount { return .jump(counter &+ 1) }
        for lane in whole.first..<whole.end where active[lane] != 0 {
            guard mask[lane] != 0 else {
                counters[lane] = counter &+ 1
                continue
            }
            let number = Int(row(i.a, of: UInt32.self)[lane] & 15)
            context.barriers[number].arrived += 1
            if i.b >= 0 { context.barriers[number].expected = Int(row(i.b, of: UInt32.self)[lane]) }
            if i.c >= 0, row(i.c, of: UInt32.self)[lane] != 0 { context.barriers[number].trueCount += 1 }
            if action == .arrive {
                counters[lane] = counter &+ 1
            } else {
                context.barriers[number].waiting += 1
                barrierNumbers[lane] = UInt8(number)
                wait(lane, as: .atBarrier, resumingAt: counter &+ 1)
            }
        }
        return .regroup
    }

    /// Lets the lanes that wait at a complete barrier go on.
    func release(_ number: Int, _ barrier: Barrier, _ operations: UnsafePointer<Operation>) {
        for lane in 0..<laneCount where states[lane] == .atBarrier && Int(barrierNumbers[lane]) == number {
            states[lane] = .running
            counters[lane] = resumptions[lane]
            let operation = operations[Int(resumptions[lane]) - 1]
            guard case .barrier(let action) = operation.action, operation.d >= 0 else { continue }
            let result: UInt32 =
                switch action {
                case .populationCount: UInt32(barrier.trueCount)
                case .and: (barrier.trueCount == barrier.arrived).lane
                default: (barrier.trueCount > 0).lane
                }
            row(operation.d, of: UInt32.self)[lane] = result
        }
    }
}
