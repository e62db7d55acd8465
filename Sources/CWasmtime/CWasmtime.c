#define _GNU_SOURCE
#include "CWasmtime.h"

#include <dlfcn.h>

// The layouts of version 50.0.1 as its own bindings state them; another version must be looked at, not assumed.
_Static_assert(sizeof(wasmtime_func_t) == 16, "wasmtime_func_t");
_Static_assert(sizeof(wasmtime_instance_t) == 16, "wasmtime_instance_t");
_Static_assert(sizeof(wasmtime_memory_t) == 24, "wasmtime_memory_t");
_Static_assert(sizeof(wasmtime_extern_t) == 32, "wasmtime_extern_t");
_Static_assert(sizeof(wasmtime_val_t) == 32, "wasmtime_val_t");
_Static_assert(offsetof(wasmtime_val_t, of) == 8, "wasmtime_val_t payload");
_Static_assert(offsetof(wasmtime_extern_t, of) == 8, "wasmtime_extern_t payload");
_Static_assert(sizeof(wasmtime_val_raw_t) == 16, "wasmtime_val_raw_t");
_Static_assert(sizeof(wasmtime_async_continuation_t) == 24, "wasmtime_async_continuation_t");
_Static_assert(sizeof(wasm_byte_vec_t) == 16, "wasm_byte_vec_t");

bool tw_wasmtime_is_pinned_version(void) {
    return dlsym(RTLD_DEFAULT, "resolve_vmctx_memory_ptr_50_0_0") != NULL;
}
