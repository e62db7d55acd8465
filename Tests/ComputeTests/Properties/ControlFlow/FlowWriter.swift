/// Writes a ``FlowProgram`` as PTX.
struct FlowWriter {
    private var lines: [String] = []
    private var labels = 0
    /// Where the innermost loop ends and where its next turn begins.
    private var loops: [(end: String, next: String)] = []
    private var isInFunction = false

    static func text(_ program: FlowProgram) -> [UInt8] {
        var writer = FlowWriter()
        writer.write(program)
        return Array((writer.lines + [""]).joined(separator: "\n").utf8)
    }

    private mutating func write(_ program: FlowProgram) {
        let (count, loopCount) = (FlowProgram.registers, 6)
        let registers = [
            ".reg .b32 %r<\(count)>, %c<\(loopCount)>, %n<\(loopCount)>, %masked, %thread;", ".reg .pred %p, %q;",
        ]
        add([".version 8.8", ".target sm_90", ".address_size 64", ".func (.param .b32 out) f(.param .b32 in)", "{"])
        add(registers)
        add([".reg .b32 %in;", "ld.param.b32 %in, [in];"])
        isInFunction = true
        for number in 0..<count { add("mul.lo.u32 %r\(number), %in, \(2 * number + 1);") }
        write(program.function)
        add(["st.param.b32 [out], %r0;", "ret;", "}"])
        isInFunction = false
        add([".visible .entry k(.param .u64 data)", "{"])
        add(registers)
        add([
            ".shared .align 4 .b8 shared[\(program.threads * 4)];", ".reg .b32 %size, %other, %global;",
            ".reg .b64 %data, %own, %place, %wide;", "mov.u32 %thread, %tid.x;", "mov.u32 %size, %ntid.x;",
            "mov.u32 %global, %ctaid.x;", "mad.lo.u32 %global, %global, %size, %thread;", "ld.param.u64 %data, [data];",
            "mad.wide.u32 %data, %global, \(count * 4), %data;", "mov.u64 %own, shared;",
            "mad.wide.u32 %own, %thread, 4, %own;", "mov.b32 %masked, 0;", "st.shared.b32 [%own], %masked;",
        ])
        for number in 0..<count { add("ld.global.b32 %r\(number), [%data+\(number * 4)];") }
        add("bar.sync 0;")
        write(program.body)
        add("FINISH:")
        store()
        add(["ret;", "}"])
    }

    private mutating func add(_ line: String) { lines.append(line) }
    private mutating func add(_ lines: [String]) { self.lines += lines }

    private mutating func store() {
        for number in 0..<FlowProgram.registers { add("st.global.b32 [%data+\(number * 4)], %r\(number);") }
    }

    private mutating func label() -> String {
        labels += 1
        return "L\(labels)"
    }

    /// - Returns: the guard that stands before an instruction for the threads where the condition holds, or does not.
    private mutating func test(_ condition: FlowCondition, isOpposite: Bool = false) -> String {
        let name = FlowCondition.all[condition.number].spelling
        add("and.b32 %masked, %r\(condition.register), \(condition.mask);")
        add("setp.\(name).u32 %p, %masked, \(condition.bound);")
        return condition.isNegated != isOpposite ? "@!%p" : "@%p"
    }

    private mutating func write(_ nodes: [FlowNode]) { for node in nodes { write(node) } }

    private mutating func write(_ node: FlowNode) {
        switch node {
        case .compute(let operation, let condition):
            let sense = condition.map { test($0) + " " } ?? ""
            let second =
                switch operation.second {
                case .register(let number): "%r\(number)"
                case .constant(let value): "\(value)"
                }
            let name = FlowOperation.all[operation.number].spelling
            add("\(sense)\(name) %r\(operation.result), %r\(operation.first), \(second);")
        case .branch(let condition, let yes, let no):
            let (other, end) = (label(), label())
            add("\(test(condition, isOpposite: true)) bra \(other);")
            write(yes)
            if !no.isEmpty { add("bra \(end);") }
            add("\(other):")
            write(no)
            add("\(end):")
        case .loop(let count, let limit, let isTestedFirst, let body):
            writeLoop(count: "rem.u32 %n\(loops.count), %r\(count), \(limit);", isTestedFirst, body)
        case .turns(let count, let body):
            writeLoop(count: "mov.b32 %n\(loops.count), \(count);", false, body)
        case .leave(let condition): add("\(test(condition)) bra \(loops.last?.end ?? "FINISH");")
        case .again(let condition): add("\(test(condition)) bra \(loops.last?.next ?? "FINISH");")
        case .finish(let condition, let isDirect): writeFinish(condition, isDirect)
        case .choose(let register, let pieces): writeChoice(register, pieces)
        case .call(let result, let argument):
            add([
                "{", ".param .b32 argument;", ".param .b32 result;", "st.param.b32 [argument], %r\(argument);",
                "call (result), f, (argument);", "ld.param.b32 %r\(result), [result];", "}",
            ])
        case .exchange, .census, .shuffle: writeExchange(node)
        }
    }

    private mutating func writeLoop(count: String, _ isTestedFirst: Bool, _ body: [FlowNode]) {
        let (turn, limit) = ("%c\(loops.count)", "%n\(loops.count)")
        let (top, next, end) = (label(), label(), label())
        add([count, "mov.b32 \(turn), 0;", "\(top):"])
        if isTestedFirst { add(["setp.ge.u32 %p, \(turn), \(limit);", "@%p bra \(end);"]) }
        loops.append((end, next))
        write(body)
        loops.removeLast()
        add(["\(next):", "add.u32 \(turn), \(turn), 1;"])
        add(isTestedFirst ? ["bra \(top);"] : ["setp.lt.u32 %p, \(turn), \(limit);", "@%p bra \(top);"])
        add("\(end):")
    }

    private mutating func writeFinish(_ condition: FlowCondition, _ isDirect: Bool) {
        if isInFunction {
            let sense = test(condition)
            add(["\(sense) st.param.b32 [out], %r0;", "\(sense) ret;"])
        } else if isDirect {
            let end = label()
            add("\(test(condition, isOpposite: true)) bra \(end);")
            store()
            add(["exit;", "\(end):"])
        } else {
            add("\(test(condition)) bra FINISH;")
        }
    }

    private mutating func writeChoice(_ register: Int, _ pieces: [[FlowNode]]) {
        let (table, end) = (label(), label())
        let names = pieces.map { _ in label() }
        add([
            "\(table): .branchtargets \(names.joined(separator: ", "));",
            "and.b32 %masked, %r\(register), \(pieces.count - 1);", "brx.idx %masked, \(table);",
        ])
        for (name, piece) in zip(names, pieces) {
            add("\(name):")
            write(piece)
            add("bra \(end);")
        }
        add("\(end):")
    }

    private mutating func writeExchange(_ node: FlowNode) {
        switch node {
        case .exchange(let result, let source, let distance):
            add([
                "st.shared.b32 [%own], %r\(source);", "bar.sync 0;", "add.u32 %other, %thread, \(distance);",
                "rem.u32 %other, %other, %size;", "mov.u64 %place, shared;", "mad.wide.u32 %place, %other, 4, %place;",
                "ld.shared.b32 %r\(result), [%place];", "bar.sync 0;",
            ])
        case .census(let result, let condition):
            let sense = test(condition) == "@!%p" ? "!%p" : "%p"
            add("bar.red.popc.u32 %r\(result), 1, \(sense);")
        case .shuffle(let result, let source, let flippedBits):
            add("shfl.sync.bfly.b32 %r\(result), %r\(source), \(flippedBits), 31, 0xFFFFFFFF;")
        default: break
        }
    }
}
