import Testing

extension ScalarProgram {
    /// The kernel: every thread loads its registers, runs the instructions, and stores its registers.
    var text: [UInt8] {
        let stride = ScalarThread.slots.count * 8
        var lines = [".version 8.8", ".target sm_90", ".address_size 64", ".visible .entry k(.param .u64 data)", "{"]
        for kind in RegisterKind.allCases {
            lines.append("    .reg .\(kind.declaration) %\(kind.prefix)<\(kind.count)>;")
        }
        lines += [
            "    .reg .pred %known_p;", "    .reg .f32 %known_f<5>;", "    .reg .f64 %known_fd<5>;",
            "    .reg .b16 %known_x<5>, %known_y<5>;", "    .reg .b32 %word, %block, %size, %thread;",
            "    .reg .b64 %base;", "    mov.u32 %block, %ctaid.x;", "    mov.u32 %size, %ntid.x;",
            "    mov.u32 %thread, %tid.x;", "    mad.lo.u32 %thread, %block, %size, %thread;",
            "    ld.param.u64 %base, [data];", "    mad.wide.u32 %base, %thread, \(stride), %base;",
            // The condition code is not set before the first sum that sets it.
            "    add.cc.u32 %word, %thread, 0;",
        ]
        for (index, slot) in ScalarThread.slots.enumerated() {
            let (name, place) = (slot.kind.name(slot.number), "[%base+\(index * 8)]")
            if slot.kind == .pred {
                lines += ["    ld.global.u32 %word, \(place);", "    setp.ne.u32 \(name), %word, 0;"]
            } else {
                lines.append("    ld.global.\(slot.kind.declaration) \(name), \(place);")
            }
        }
        lines += instructions.map { "    " + $0.text }
        for (index, slot) in ScalarThread.slots.enumerated() {
            let (name, place) = (slot.kind.name(slot.number), "[%base+\(index * 8)]")
            if slot.kind == .pred {
                lines += ["    selp.u32 %word, 1, 0, \(name);", "    st.global.u32 \(place), %word;"]
            } else {
                lines.append("    st.global.\(slot.kind.declaration) \(place), \(name);")
            }
        }
        return Array((lines + ["    ret;", "}", ""]).joined(separator: "\n").utf8)
    }

    /// Where the device's results differ from the evaluator's: the first thread and register; `nil` for nowhere.
    func difference(on runner: CPURunner) throws -> String? {
        let words = inputs.flatMap(\.words)
        let results = try runner.run(
            ptx: text, entry: "k", grid: (blocks, 1, 1), block: (threads, 1, 1), sharedBytes: 0,
            arguments: [.buffer(words.withUnsafeBytes { Array($0) })])
        let found = results[0].withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
        var place = 0
        for (index, thread) in evaluated().enumerated() {
            for (slot, expected) in zip(ScalarThread.slots, thread.words) {
                defer { place += 1 }
                guard !slot.kind.areSame(found[place], expected) else { continue }
                let name = slot.kind.name(slot.number)
                let before = zip(ScalarThread.slots, inputs[index].words).map {
                    "\($0.kind.name($0.number))=\(String($1, radix: 16))"
                }
                return "thread \(index): \(name) is \(String(found[place], radix: 16)), not "
                    + "\(String(expected, radix: 16)); at first \(before.joined(separator: " "))"
            }
        }
        return nil
    }

    /// The fewest instructions found that still differ, for a message.
    func reduced(on runner: CPURunner) -> ScalarProgram {
        var program = self
        for index in instructions.indices.reversed() {
            let shorter = program.without(index)
            if let found = try? shorter.difference(on: runner), !found.isEmpty { program = shorter }
        }
        return program
    }
}
