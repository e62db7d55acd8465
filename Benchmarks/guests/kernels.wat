;; `mark` launches a kernel that writes 42, waits for it, and returns what it finds; `spin` launches one that never ends.
(module
  (import "wasi:cuda/host@0.2.0" "wasi_cuda_load_ptx" (func $load (param i32 i32 i32 i32) (result i64)))
  (import "wasi:cuda/host@0.2.0" "wasi_cuda_launch"
    (func $launch (param i64 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "wasi:cuda/host@0.2.0" "wasi_cuda_sync" (func $sync (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "markspin")
  ;; One argument: a window of four bytes at 64.
  (data (i32.const 16) "\07\40\00\00\00\04\00\00\00")
  (data (i32.const 1024)
    ".version 8.0\n.target sm_80\n.address_size 64\n"
    ".visible .entry mark(.param .u64 word)\n{\n"
    ".reg .b64 %rd<2>;\nld.param.u64 %rd1, [word];\nst.global.u32 [%rd1], 42;\nret;\n}\n"
    ".visible .entry spin()\n{\nLOOP:\nbra LOOP;\n}\n")
  (func $run (param $entry i32) (param $arguments i32) (result i32)
    (drop (call $launch
      (call $load (i32.const 1024) (i32.const 206) (local.get $entry) (i32.const 4))
      (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1) (i32.const 1)
      (i32.const 0) (i32.const 16) (local.get $arguments)))
    (drop (call $sync))
    (i32.load (i32.const 64)))
  (func (export "mark") (result i32) (call $run (i32.const 0) (i32.const 9)))
  (func (export "run") (result i32) (call $run (i32.const 4) (i32.const 0))))
