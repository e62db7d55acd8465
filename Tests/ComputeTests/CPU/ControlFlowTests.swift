import Compute
import Testing

/// Divergence, barriers, calls and what warps do together.
struct ControlFlowTests {
    private let runner = CPURunner()

    @Test(arguments: [1, 31, 32, 33, 255, 256, 257, 1_000, 1_024])
    func `every thread of a block runs once, whatever the block's size`(_ threads: Int) throws {
        let ptx = KernelText.words("    add.u32 %r1, %r0, 5;\n")
        #expect(try runner.words(ptx, threads: threads) == (0..<UInt32(threads)).map { $0 + 5 })
    }

    @Test func `threads that went apart meet again behind the branch`() throws {
        let ptx = KernelText.words(
            """
                and.b32 %r2, %r0, 1;
                setp.eq.u32 %p0, %r2, 0;
                mov.u32 %r1, 1;
                @%p0 bra EVEN;
                mul.lo.u32 %r1, %r0, 3;
                bra JOIN;
            EVEN:
                add.u32 %r1, %r0, 100;
            JOIN:
                activemask.b32 %r3;
                setp.eq.u32 %p1, %r3, -1;
                @%p1 add.u32 %r1, %r1, 10000;

            """)
        let expected = (0..<UInt32(64)).map { ($0 % 2 == 0 ? $0 + 100 : $0 * 3) + 10_000 }
        #expect(try runner.words(ptx, threads: 64) == expected)
    }

    @Test func `loops of different lengths end for each thread by itself`() throws {
        let ptx = KernelText.words(
            """
                mov.u32 %r1, 0;
                mov.u32 %r2, 0;
            LOOP:
                setp.ge.u32 %p0, %r2, %r0;
                @%p0 bra DONE;
                add.u32 %r1, %r1, %r2;
                add.u32 %r2, %r2, 1;
                bra LOOP;
            DONE:

            """)
        let expected = (0..<UInt32(300)).map { $0 < 2 ? 0 : $0 * ($0 - 1) / 2 }
        #expect(try runner.words(ptx, threads: 300) == expected)
    }

    @Test(arguments: [64, 512])
    func `a barrier waits for all threads that have not exited`(_ threads: Int) throws {
        // Half of the threads leave before the barrier; the others read what their neighbour wrote before it.
        let ptx = KernelText.words(
            shared: ".shared .align 4 .b8 s[4096];",
            """
                mov.u32 %r1, 0;
                setp.ge.u32 %p0, %r0, \(threads / 2);
                @%p0 ret;
                mov.u64 %rd2, s;
                add.s64 %rd3, %rd2, %rd1;
                add.u32 %r2, %r0, 1000;
                st.shared.u32 [%rd3], %r2;
                bar.sync 0;
                xor.b32 %r3, %r0, \(threads / 2 - 1);
                mul.wide.u32 %rd4, %r3, 4;
                add.s64 %rd4, %rd2, %rd4;
                ld.shared.u32 %r1, [%rd4];

            """)
        let half = UInt32(threads / 2)
        let expected = (0..<UInt32(threads)).map { $0 < half ? ($0 ^ (half - 1)) + 1_000 : 0 }
        #expect(try runner.words(ptx, threads: threads) == expected)
    }

    @Test func `a barrier that cannot complete fails the launch instead of hanging`() throws {
        let ptx = KernelText.words(
            """
                mov.u32 %r1, 0;
                setp.ge.u32 %p0, %r0, 32;
                @%p0 bra OTHER;
                bar.sync 1, 64;
                bra END;
            OTHER:
                bar.sync 2, 64;
            END:

            """)
        let error = #expect(throws: ComputeError.self) { try runner.words(ptx, threads: 64) }
        #expect(error?.message.contains("waits at a barrier that cannot complete") == true)
    }

    @Test func `a shuffle waits for the lanes its mask names`() throws {
        // Odd lanes take a longer way to the shuffle; without waiting the even ones would read too early.
        let ptx = KernelText.words(
            """
                and.b32 %r2, %r0, 1;
                setp.eq.u32 %p0, %r2, 0;
                mov.u32 %r3, %r0;
                @%p0 bra MEET;
                add.u32 %r3, %r3, 100;
                bra SLOW;
            MEET:
                shfl.sync.bfly.b32 %r1, %r3, 1, 31, -1;
                bra END;
            SLOW:
                add.u32 %r3, %r3, 100;
                bra MEET;
            END:

            """)
        let expected = (0..<UInt32(32)).map { $0 % 2 == 0 ? $0 + 1 + 200 : $0 - 1 }
        #expect(try runner.words(ptx, threads: 32) == expected)
    }

    @Test func `a function is called by some threads and returns to each caller`() throws {
        let ptx = KernelText.words(
            module: """
                .func (.param .b32 result) twice(.param .b32 value)
                {
                    .reg .b32 %a<3>;
                    ld.param.b32 %a0, [value];
                    add.u32 %a1, %a0, %a0;
                    st.param.b32 [result], %a1;
                    ret;
                }
                """,
            """
                mov.u32 %r1, %r0;
                setp.lt.u32 %p0, %r0, 10;
                @!%p0 bra SKIP;
                {
                    .param .b32 argument;
                    .param .b32 answer;
                    st.param.b32 [argument], %r0;
                    call (answer), twice, (argument);
                    ld.param.b32 %r1, [answer];
                }
                add.u32 %r1, %r1, 1;
            SKIP:

            """)
        let expected = (0..<UInt32(40)).map { $0 < 10 ? 2 * $0 + 1 : $0 }
        #expect(try runner.words(ptx, threads: 40) == expected)
    }

    @Test func `a trap ends the launch and names its line`() throws {
        let ptx = KernelText.words(
            """
                mov.u32 %r1, 0;
                setp.eq.u32 %p0, %r0, 33;
                @%p0 trap;

            """)
        let error = #expect(throws: ComputeError.self) { try runner.words(ptx, threads: 64) }
        #expect(error?.message.contains("trap, block (0, 0, 0), thread (33, 0, 0): the kernel trapped") == true)
    }

    @Test func `blocks of a grid each see their own place`() throws {
        let ptx = KernelText.kernel(
            parameters: ".param .u64 out",
            """
                ld.param.u64 %rd0, [out];
                mov.u32 %r0, %ctaid.x;
                mov.u32 %r1, %ctaid.y;
                mov.u32 %r2, %ctaid.z;
                mov.u32 %r3, %nctaid.x;
                mov.u32 %r4, %nctaid.y;
                mad.lo.u32 %r5, %r2, %r4, %r1;
                mad.lo.u32 %r5, %r5, %r3, %r0;
                mul.wide.u32 %rd1, %r5, 4;
                add.s64 %rd1, %rd0, %rd1;
                atom.global.add.u32 %r6, [%rd1], %r5;
                ret;
            """)
        let results = try runner.run(
            ptx: ptx, entry: "k", grid: (3, 5, 7), block: (1, 1, 1), sharedBytes: 0,
            arguments: [.buffer([UInt8](repeating: 0, count: 3 * 5 * 7 * 4))])
        let words = results[0].withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
        #expect(words == (0..<105).map { UInt32($0) })
    }
}
