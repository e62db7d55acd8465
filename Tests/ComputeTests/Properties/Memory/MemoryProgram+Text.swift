extension MemoryProgram {
    /// Bytes of the table for one access of one thread: the distance, whether it is executed, 16 bytes to store.
    private static let entryBytes = 32

    /// The kernel.
    var text: [UInt8] {
        var parameters = [".param .u64 table", ".param .u64 loaded"]
        parameters += windows.indices.map { ".param .u64 window\($0)" }
        parameters += buffers.indices.map { ".param .u64 buffer\($0)" }
        var lines = [
            ".version 8.8", ".target sm_90", ".address_size 64",
            ".visible .entry k(\(parameters.joined(separator: ", ")))", "{",
            "    .shared .align 16 .b8 shared[\(sharedBytes)];",
            "    .reg .b16 %byte;", "    .reg .b32 %word, %thread;",
            "    .reg .b64 %table, %loaded, %low, %high, %part;", "    mov.u32 %thread, %tid.x;",
            "    ld.param.u64 %table, [table];",
            "    mad.wide.u32 %table, %thread, \(accesses.count * Self.entryBytes), %table;",
            "    ld.param.u64 %loaded, [loaded];",
            "    mad.wide.u32 %loaded, %thread, \(accesses.count * 32), %loaded;",
        ]
        lines += fillShared
        // The table is read first, so that accesses to the same memory follow each other.
        lines += accesses.enumerated().flatMap { preparation($1, $0) }
        var phase = MemoryAccess.Action.load
        for (index, access) in accesses.enumerated() {
            if access.action != phase { lines.append("    bar.sync 0;") }
            phase = access.action
            lines.append(access.text(index))
        }
        for (index, access) in accesses.enumerated() where access.action == .load { lines += results(access, index) }
        return Array((lines + ["    ret;", "}", ""]).joined(separator: "\n").utf8)
    }

    /// Every thread writes the same bytes to all of shared memory.
    private var fillShared: [String] {
        (0..<sharedBytes).flatMap {
            ["    mov.u16 %byte, \(MemoryModel.initial($0));", "    st.shared.u8 [shared+\($0)], %byte;"]
        } + ["    bar.sync 0;"]
    }

    /// The registers of an access: address, predicate, and values.
    private func preparation(_ access: MemoryAccess, _ index: Int) -> [String] {
        let entry = index * Self.entryBytes
        let (kind, bits) = (access.register, access.register.bitWidth)
        var lines = [
            ".reg .pred %execute\(index);", ".reg .b64 %address\(index);",
            "ld.global.u64 %address\(index), [%table+\(entry)];", "ld.global.u32 %word, [%table+\(entry + 8)];",
            "setp.ne.u32 %execute\(index), %word, 0;",
        ]
        switch access.base {
        case .window(let number): lines.append("ld.param.u64 %part, [window\(number)];")
        case .buffer(let number): lines.append("ld.param.u64 %part, [buffer\(number)];")
        case .shared:
            lines.append("mov.u64 %part, shared;")
            if access.isGeneric { lines.append("cvta.shared.u64 %part, %part;") }
        }
        lines.append("add.s64 %address\(index), %address\(index), %part;")
        lines += (0..<access.count).map { ".reg .b\(bits) \(access.register($0, of: index));" }
        if access.action == .load {
            let untouched = ScalarInstruction.constant(kind, MemoryModel.untouched & (.max >> UInt64(64 - bits)))
            return lines + (0..<access.count).map { "mov.b\(bits) \(access.register($0, of: index)), \(untouched);" }
        }
        lines += ["ld.global.u64 %low, [%table+\(entry + 16)];", "ld.global.u64 %high, [%table+\(entry + 24)];"]
        for k in 0..<access.count {
            let start = k * access.element.byteCount
            let move = bits == 64 ? "mov.b64" : "cvt.u\(bits).u64"
            lines += [
                "shr.u64 %part, %\(start < 8 ? "low" : "high"), \(start % 8 * 8);",
                "\(move) \(access.register(k, of: index)), %part;",
            ]
        }
        return lines
    }

    /// Stores what a load has left in its registers.
    private func results(_ access: MemoryAccess, _ index: Int) -> [String] {
        let bits = access.register.bitWidth
        return (0..<access.count).flatMap {
            [
                "\(bits == 64 ? "mov.b64" : "cvt.u64.u\(bits)") %part, \(access.register($0, of: index));",
                "st.global.u64 [%loaded+\((index * 4 + $0) * 8)], %part;",
            ]
        }
    }

    /// The table that the kernel reads.
    var table: [UInt8] {
        var bytes: [UInt8] = []
        for thread in 0..<threads {
            for (index, access) in accesses.enumerated() {
                let turn = turns[index][thread]
                let place = Int(Int64(start(of: access.base)) &+ turn.distance &+ Int64(access.constant))
                var words: [UInt64] = [UInt64(bitPattern: turn.distance), turn.isExecuted ? 1 : 0, 0, 0]
                if access.action == .sum {
                    words[2] = UInt64(UInt32(truncatingIfNeeded: thread + 1) &* 0x0101_0101)
                } else {
                    for byte in 0..<16 {
                        words[2 + byte / 8] |= UInt64(MemoryModel.stored(place &+ byte)) << UInt64(byte % 8 * 8)
                    }
                }
                bytes += words.withUnsafeBytes { Array($0) }
            }
        }
        return bytes
    }
}
