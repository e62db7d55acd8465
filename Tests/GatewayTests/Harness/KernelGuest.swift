extension Guest {
    private static let kernelText = """
        .version 8.0
        .target sm_80
        .address_size 64
        .visible .entry mark(.param .u64 word)
        {
            .reg .b64 %rd<2>;
            ld.param.u64 %rd1, [word];
            st.global.u32 [%rd1], 42;
            ret;
        }
        .visible .entry spin()
        {
        LOOP:
            bra LOOP;
        }
        """

    /// `main` has a kernel write 42 and returns the codes of launch and wait, and what it finds; `spin` waits for a kernel
    /// that never ends; `buffer` makes a device buffer of a thousand bytes and waits for that kernel.
    static let kernels = """
        (module
          (import "wasi:cuda/host@0.2.0" "wasi_cuda_load_ptx" (func $load (param i32 i32 i32 i32) (result i64)))
          (import "wasi:cuda/host@0.2.0" "wasi_cuda_launch"
            (func $launch (param i64 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
          (import "wasi:cuda/host@0.2.0" "wasi_cuda_sync" (func $sync (result i32)))
          (import "wasi:cuda/host@0.2.0" "wasi_cuda_alloc" (func $alloc (param i64) (result i64)))
          (memory (export "memory") 1)
          (data (i32.const 0) "markspin")
          (data (i32.const 16) "\\07\\40\\00\\00\\00\\04\\00\\00\\00")
          (data (i32.const 1024) "\(kernelText.replacing("\n", with: "\\n"))")
          (func $run (param $entry i32) (param $arguments i32) (result i32)
            (call $launch
              (call $load (i32.const 1024) (i32.const \(kernelText.utf8.count)) (local.get $entry) (i32.const 4))
              (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1)
              (i32.const 0) (i32.const 16) (local.get $arguments)))
          (func (export "main") (result i32 i32 i32)
            (call $run (i32.const 0) (i32.const 9)) (call $sync) (i32.load (i32.const 64)))
          (func $spin (export "spin") (result i32) (drop (call $run (i32.const 4) (i32.const 0))) (call $sync))
          (func (export "buffer") (result i32) (drop (call $alloc (i64.const 1000))) (call $spin)))
        """
}
