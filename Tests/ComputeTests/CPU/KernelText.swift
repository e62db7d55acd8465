/// Small PTX texts for tests.
enum KernelText {
    /// A kernel `k` with the given parameters and body; registers `%r`, `%rd`, `%f`, `%fd`, `%h`, `%p` are declared.
    static func kernel(parameters: String = "", shared: String = "", module: String = "", _ body: String) -> [UInt8] {
        Array(
            """
            .version 8.8
            .target sm_90
            .address_size 64
            \(module)
            .visible .entry k(\(parameters))
            {
                .reg .pred %p<16>;
                .reg .b16 %h<16>;
                .reg .b32 %r<64>;
                .reg .b64 %rd<32>;
                .reg .f32 %f<32>;
                .reg .f64 %fd<16>;
                \(shared)
            \(body)
            }
            """.utf8)
    }

    /// Stores a word for each thread: `value` computes `%r1`, and `%r0` holds the thread's number in the block.
    static func words(shared: String = "", module: String = "", _ value: String) -> [UInt8] {
        kernel(
            parameters: ".param .u64 out", shared: shared, module: module,
            """
                ld.param.u64 %rd0, [out];
                mov.u32 %r0, %tid.x;
                mul.wide.u32 %rd1, %r0, 4;
                add.s64 %rd31, %rd0, %rd1;
            \(value)
                st.global.u32 [%rd31], %r1;
                ret;
            """)
    }

    /// Never ends.
    static let endless = kernel("LOOP:\n bra LOOP;\n")
}
