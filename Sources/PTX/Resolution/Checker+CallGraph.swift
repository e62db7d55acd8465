extension Checker {
    /// Refuses recursion and sums up what functions need together with those they call.
    ///
    /// - Returns: for each function, the bytes of shared variables that it and its callees use.
    mutating func checkCalls() -> [Int] {
        guard let order = calleesFirst() else { return [] }
        // Sets as bits: a text can have thousands of functions and tens of thousands of variables.
        let shared = variables.indices.filter { variables[$0].space == .shared }
        var number: [Int: Int] = [:]
        for (index, variable) in shared.enumerated() { number[variable] = index }
        let words = (shared.count + 63) / 64
        var used = [[UInt64]](repeating: [], count: functions.count)
        var frameBytes = [Int](repeating: 0, count: functions.count)
        var sharedBytes = [Int](repeating: 0, count: functions.count)
        for index in order {
            let function = functions[index]
            var bits = [UInt64](repeating: 0, count: words)
            for variable in function.sharedVariables {
                guard let place = number[variable] else { continue }
                bits[place / 64] |= 1 << UInt64(place % 64)
            }
            var deepest = 0
            for callee in function.callees {
                if aliases.contains(callee) {
                    faults.add(
                        .unsupported, "the call of `\(functions[callee].name.clipped)` by way of .alias",
                        at: function.calls[callee] ?? function.span)
                }
                for word in used[callee].indices { bits[word] |= used[callee][word] }
                deepest = max(deepest, frameBytes[callee])
            }
            frameBytes[index] = function.frameBytes + deepest
            sharedBytes[index] = sharedByteCount(bits, shared)
            used[index] = bits
            guard function.isEntry else { continue }
            checkSize(sharedBytes[index], limits.sharedBytes, "shared", function)
            // A function that alone is over the limit was reported where it went over.
            if function.frameBytes <= limits.localBytes {
                checkSize(frameBytes[index], limits.localBytes, "local", function)
            }
        }
        return sharedBytes
    }

    private mutating func checkSize(_ bytes: Int, _ limit: Int, _ kind: String, _ function: FunctionDraft) {
        if bytes <= limit { return }
        faults.add(
            .limit, "`\(function.name.clipped)` needs \(bytes) bytes of \(kind) memory: at most \(limit) are possible",
            at: function.span)
    }

    /// The size of those shared variables, one after another in the order of the text.
    private func sharedByteCount(_ bits: [UInt64], _ shared: [Int]) -> Int {
        var size = 0
        for (word, var rest) in bits.enumerated() {
            while rest != 0 {
                let variable = variables[shared[word * 64 + rest.trailingZeroBitCount]]
                size = ((size + variable.alignment - 1) & ~(variable.alignment - 1)) + variable.byteCount
                rest &= rest - 1
            }
        }
        return size
    }

    /// All functions, each after those it calls; `nil`, with a fault, when they call in a circle.
    private mutating func calleesFirst() -> [Int]? {
        enum State { case untouched, open, done }
        var states = [State](repeating: .untouched, count: functions.count)
        var order: [Int] = []
        order.reserveCapacity(functions.count)
        for root in functions.indices where states[root] == .untouched {
            var path: [(function: Int, next: Int)] = [(root, 0)]
            states[root] = .open
            while let (function, next) = path.last {
                guard next < functions[function].callees.count else {
                    states[function] = .done
                    order.append(function)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let callee = functions[function].callees[next]
                switch states[callee] {
                case .done: break
                case .untouched:
                    states[callee] = .open
                    path.append((callee, 0))
                case .open:
                    let circle = path.map(\.function).drop { $0 != callee } + [callee]
                    let names = circle.prefix(8).map { functions[$0].name.clipped }.joined(separator: " → ")
                    faults.add(
                        .unsupported, "functions that call themselves are not supported: \(names)",
                        at: functions[function].calls[callee] ?? functions[function].span)
                    return nil
                }
            }
        }
        return order
    }
}
