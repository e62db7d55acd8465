/// Guests that launch kernels.
enum KernelGuests {
    private static let text = """
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

    /// `mark` launches a kernel that writes 42 and returns what it finds; `spin` launches one that never ends; `leave`
    /// returns without waiting for it; `quick` only
    /// makes a buffer.
    static let wat = """
        (module
          (import "wasi:cuda/host@0.2.0" "wasi_cuda_load_ptx" (func $load (param i32 i32 i32 i32) (result i64)))
          (import "wasi:cuda/host@0.2.0" "wasi_cuda_launch"
            (func $launch (param i64 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
          (import "wasi:cuda/host@0.2.0" "wasi_cuda_sync" (func $sync (result i32)))
          (import "wasi:cuda/host@0.2.0" "wasi_cuda_alloc" (func $alloc (param i64) (result i64)))
          (memory (export "memory") 1)
          (data (i32.const 0) "markspin")
          ;; A window of four bytes at 64.
          (data (i32.const 16) "\\07\\40\\00\\00\\00\\04\\00\\00\\00")
          (data (i32.const 1024) "\(text.replacing("\n", with: "\\n"))")
          (func $run (param $entry i32) (param $arguments i32) (result i32)
            (call $launch
              (call $load (i32.const 1024) (i32.const \(text.utf8.count)) (local.get $entry) (i32.const 4))
              (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1)
              (i32.const 0) (i32.const 16) (local.get $arguments)))
          (func (export "mark") (result i32 i32 i32)
            (call $run (i32.const 0) (i32.const 9)) (call $sync) (i32.load (i32.const 64)))
          (func (export "spin") (result i32) (drop (call $run (i32.const 4) (i32.const 0))) (call $sync))
          (func (export "leave") (result i32) (call $run (i32.const 4) (i32.const 0)))
          (func (export "quick") (result i64) (call $alloc (i64.const 1000))))
        """
}
