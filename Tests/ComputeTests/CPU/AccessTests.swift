import Compute
import Testing

/// A kernel sees the windows and buffers of its launch, and nothing else.
struct AccessTests {
    private let runner = CPURunner()

    /// Stores 7 as a word at an offset from the first argument.
    private static func store(at offset: Int) -> [UInt8] {
        KernelText.kernel(
            parameters: ".param .u64 a",
            """
                ld.param.u64 %rd0, [a];
                mov.u32 %r0, 7;
                st.global.u32 [%rd0+\(offset)], %r0;
                ret;
            """)
    }

    @Test func `a store inside a window reaches the guest's memory`() throws {
        var memory = [UInt64](repeating: 0, count: 8)
        try runner.run(Self.store(at: 4), memory: &memory, windows: [(16, 16)])
        #expect(memory == [0, 0, 7 << 32, 0, 0, 0, 0, 0])
    }

    @Test(arguments: [-4, 16, 1 << 20, -(1 << 20), 1 << 30])
    func `a store outside the window fails the launch and changes nothing`(_ offset: Int) throws {
        var memory = [UInt64](repeating: 0, count: 8)
        let error = #expect(throws: ComputeError.self) {
            try runner.run(Self.store(at: offset), memory: &memory, windows: [(16, 16)])
        }
        #expect(error?.code == .launchFailed)
        #expect(error?.message.contains("outside the launch's windows and buffers") == true)
        #expect(error?.message.contains("st.global.u32") == true)
        #expect(memory.allSatisfy { $0 == 0 })
    }

    @Test func `the message names kernel, line, instruction, thread and the guest's own offset`() throws {
        var memory = [UInt64](repeating: 0, count: 8)
        let error = #expect(throws: ComputeError.self) {
            try runner.run(Self.store(at: 16), memory: &memory, windows: [(16, 16)])
        }
        let message = try #require(error?.message)
        #expect(
            message
                == "kernel k, line 16, st.global.u32, block (0, 0, 0), thread (0, 0, 0): a store of 4 bytes at address "
                + "0x100000020 (guest offset 0x20) is outside the launch's windows and buffers")
    }

    @Test func `an access half inside a window is outside`() throws {
        let ptx = KernelText.kernel(
            parameters: ".param .u64 a",
            """
                ld.param.u64 %rd0, [a];
                ld.global.u64 %rd1, [%rd0+8];
                ret;
            """)
        var memory = [UInt64](repeating: 0, count: 8)
        #expect(throws: ComputeError.self) { try runner.run(ptx, memory: &memory, windows: [(16, 12)]) }
        try runner.run(ptx, memory: &memory, windows: [(16, 16)])
    }

    @Test func `a window of no bytes gives no access`() throws {
        var memory = [UInt64](repeating: 0, count: 8)
        #expect(throws: ComputeError.self) {
            try runner.run(Self.store(at: 0), memory: &memory, windows: [(0, 0)])
        }
    }

    @Test func `windows that touch are one, and a gap between two is not theirs`() throws {
        let ptx = KernelText.kernel(
            parameters: ".param .u64 a, .param .u64 b",
            """
                ld.param.u64 %rd0, [a];
                mov.u64 %rd1, 9;
                st.global.u64 [%rd0+4], %rd1;
                ret;
            """)
        // Shifted by four, so that the eight bytes are aligned and lie across the border.
        var memory = [UInt64](repeating: 0, count: 8)
        try runner.run(ptx, memory: &memory, windows: [(4, 8), (12, 8)])
        #expect(memory[1] == 9)
        #expect(throws: ComputeError.self) { try runner.run(ptx, memory: &memory, windows: [(4, 8), (16, 8)]) }
    }

    @Test func `a misaligned address fails the launch`() throws {
        var memory = [UInt64](repeating: 0, count: 8)
        let error = #expect(throws: ComputeError.self) {
            try runner.run(Self.store(at: 2), memory: &memory, windows: [(16, 16)])
        }
        #expect(error?.message.contains("is not a multiple of 4") == true)
    }

    @Test(arguments: [
        "ld.shared.u32 %r1, [%rd2];", "st.shared.u32 [%rd2], %r1;", "atom.shared.add.u32 %r1, [%rd2], 1;",
    ])
    func `shared memory ends where the launch says`(_ access: String) throws {
        let ptx = KernelText.words(
            shared: ".shared .align 4 .b8 s[60];",
            "    mov.u64 %rd2, s;\n add.s64 %rd2, %rd2, 60;\n mov.u32 %r1, 0;\n \(access)\n")
        #expect(throws: ComputeError.self) { try runner.words(ptx, threads: 1) }
        let inside = KernelText.words(
            shared: ".shared .align 4 .b8 s[64];",
            "    mov.u64 %rd2, s;\n add.s64 %rd2, %rd2, 60;\n mov.u32 %r1, 0;\n \(access)\n")
        _ = try runner.words(inside, threads: 1)
    }

    @Test func `a constant variable can be read and not be written`() throws {
        let module = ".const .align 4 .u32 table[2] = {11, 22};"
        let read = KernelText.words(module: module, "    ld.const.u32 %r1, [table+4];\n")
        #expect(try runner.words(read, threads: 2) == [22, 22])
        let write = KernelText.words(
            module: module,
            "    mov.u64 %rd2, table;\n cvta.const.u64 %rd2, %rd2;\n mov.u32 %r1, 1;\n st.global.u32 [%rd2], %r1;\n")
        let error = #expect(throws: ComputeError.self) { try runner.words(write, threads: 1) }
        #expect(error?.message.contains("cannot be written") == true)
    }

    @Test func `another launch's buffer is out of reach although its address is known`() throws {
        let mine = try runner.device.makeBuffer(byteCount: 64)
        let other = try runner.device.makeBuffer(byteCount: 64)
        let ptx = KernelText.kernel(
            parameters: ".param .u64 a, .param .u64 distance",
            """
                ld.param.u64 %rd0, [a];
                ld.param.u64 %rd1, [distance];
                add.s64 %rd0, %rd0, %rd1;
                mov.u32 %r0, 7;
                st.global.u32 [%rd0], %r0;
                ret;
            """)
        let kernel = try runner.device.load(ptx: ptx, entry: "k")
        // Buffers made one after the other have neighbouring high words.
        for distance in [1 << 32, -1 << 32, 64, -64] as [Int64] {
            let launch = Launch(
                kernel: kernel, grid: Dimensions(1), block: Dimensions(1),
                arguments: [.buffer(mine, offset: 0), .scalar(UInt64(bitPattern: distance), byteCount: 8)])
            #expect(throws: ComputeError.self) { try runner.run(launch) }
        }
        var bytes = [UInt8](repeating: 1, count: 64)
        try bytes.withUnsafeMutableBytes { try other.read(into: $0, at: 0) }
        #expect(bytes.allSatisfy { $0 == 0 })
    }
}
