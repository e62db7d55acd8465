// The part of Wasmtime's C interface (50.0.1) that the WasmEngine room calls, declared by hand.
//
// Ownership follows that interface: a function named `*_new` hands its result to the caller, `*_delete` takes it
// back, a pointer passed as `own` is consumed. Sizes and offsets that Swift relies on are asserted in CWasmtime.c.
#ifndef TENSOR_WASM_CWASMTIME_H
#define TENSOR_WASM_CWASMTIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#pragma clang assume_nonnull begin

typedef struct wasm_config_t wasm_config_t;
typedef struct wasm_engine_t wasm_engine_t;
typedef struct wasm_valtype_t wasm_valtype_t;
typedef struct wasm_functype_t wasm_functype_t;
typedef struct wasm_externtype_t wasm_externtype_t;
typedef struct wasm_memorytype_t wasm_memorytype_t;
typedef struct wasm_importtype_t wasm_importtype_t;
typedef struct wasm_exporttype_t wasm_exporttype_t;
typedef struct wasm_trap_t wasm_trap_t;
typedef struct wasm_frame_t wasm_frame_t;
typedef struct wasmtime_error_t wasmtime_error_t;
typedef struct wasmtime_module_t wasmtime_module_t;
typedef struct wasmtime_store_t wasmtime_store_t;
typedef struct wasmtime_context_t wasmtime_context_t;
typedef struct wasmtime_caller_t wasmtime_caller_t;
typedef struct wasmtime_linker_t wasmtime_linker_t;
typedef struct wasmtime_instance_pre_t wasmtime_instance_pre_t;
typedef struct wasmtime_call_future_t wasmtime_call_future_t;
typedef struct wasi_config_t wasi_config_t;
typedef struct wasmtime_pooling_allocation_config_t wasmtime_pooling_allocation_config_t;

typedef struct { size_t size; char *_Nullable data; } wasm_byte_vec_t;
typedef struct { size_t size; wasm_valtype_t *_Nonnull *_Nullable data; } wasm_valtype_vec_t;
typedef struct { size_t size; wasm_frame_t *_Nonnull *_Nullable data; } wasm_frame_vec_t;
typedef struct { size_t size; wasm_importtype_t *_Nonnull *_Nullable data; } wasm_importtype_vec_t;
typedef struct { size_t size; wasm_exporttype_t *_Nonnull *_Nullable data; } wasm_exporttype_vec_t;

typedef struct { uint64_t store_id; void *_Nullable private_data; } wasmtime_func_t;
typedef struct { uint64_t store_id; size_t private_data; } wasmtime_instance_t;
typedef struct { uint64_t store_id; uint32_t private_data[4]; } wasmtime_memory_t;

// Kinds of wasmtime_extern_t.
enum { TW_EXTERN_FUNC = 0, TW_EXTERN_MEMORY = 3 };
typedef struct {
    uint8_t kind;
    union { wasmtime_func_t func; wasmtime_memory_t memory; uint64_t raw[3]; } of;
} wasmtime_extern_t;

// Kinds of wasmtime_val_t and of wasm_valtype_new: i32 0, i64 1, f32 2, f64 3.
typedef struct {
    uint8_t kind;
    union { int32_t i32; int64_t i64; float f32; double f64; uint64_t raw[3]; } of;
} wasmtime_val_t;
typedef union { int32_t i32; int64_t i64; float f32; double f64; uint64_t raw[2]; } wasmtime_val_raw_t;

typedef void (*tw_finalizer_t)(void *_Nullable);
typedef wasm_trap_t *_Nullable (*wasmtime_func_unchecked_callback_t)(
    void *_Nullable env, wasmtime_caller_t *caller, wasmtime_val_raw_t *arguments_and_results, size_t count);
typedef struct {
    bool (*_Nullable callback)(void *_Nullable env);
    void *_Nullable env;
    tw_finalizer_t _Nullable finalizer;
} wasmtime_async_continuation_t;
typedef void (*wasmtime_func_async_callback_t)(
    void *_Nullable env, wasmtime_caller_t *caller, const wasmtime_val_t *_Nullable arguments, size_t argument_count,
    wasmtime_val_t *_Nullable results, size_t result_count, wasm_trap_t *_Nullable *_Nonnull trap,
    wasmtime_async_continuation_t *continuation);
typedef wasmtime_error_t *_Nullable (*tw_epoch_callback_t)(
    wasmtime_context_t *context, void *_Nullable env, uint64_t *delta, uint8_t *kind);
typedef ssize_t (*tw_output_callback_t)(void *_Nullable env, const unsigned char *bytes, size_t count);

// Byte vectors and errors
void wasm_byte_vec_new_uninitialized(wasm_byte_vec_t *out, size_t size);
void wasm_byte_vec_delete(wasm_byte_vec_t *vec);
wasmtime_error_t *wasmtime_error_new(const char *message);
void wasmtime_error_message(const wasmtime_error_t *error, wasm_byte_vec_t *out);
void wasmtime_error_delete(wasmtime_error_t *own);
bool wasmtime_error_exit_status(const wasmtime_error_t *error, int *status);
void wasmtime_error_wasm_trace(const wasmtime_error_t *error, wasm_frame_vec_t *out);

// Traps and frames
wasm_trap_t *wasmtime_trap_new(const char *message, size_t length);
void wasm_trap_message(const wasm_trap_t *trap, wasm_byte_vec_t *out);
void wasm_trap_trace(const wasm_trap_t *trap, wasm_frame_vec_t *out);
void wasm_trap_delete(wasm_trap_t *own);
bool wasmtime_trap_code(const wasm_trap_t *trap, uint8_t *code);
void wasm_frame_vec_delete(wasm_frame_vec_t *vec);
uint32_t wasm_frame_func_index(const wasm_frame_t *frame);
size_t wasm_frame_module_offset(const wasm_frame_t *frame);
const wasm_byte_vec_t *_Nullable wasmtime_frame_func_name(const wasm_frame_t *frame);

// Configuration and engine
wasm_config_t *wasm_config_new(void);
wasm_engine_t *_Nullable wasm_engine_new_with_config(wasm_config_t *own);
void wasm_engine_delete(wasm_engine_t *own);
void wasmtime_engine_increment_epoch(wasm_engine_t *engine);
void wasmtime_config_epoch_interruption_set(wasm_config_t *config, bool on);
void wasmtime_config_max_wasm_stack_set(wasm_config_t *config, size_t bytes);
void wasmtime_config_async_stack_size_set(wasm_config_t *config, size_t bytes);
void wasmtime_config_memory_init_cow_set(wasm_config_t *config, bool on);
void wasmtime_config_memory_reservation_set(wasm_config_t *config, uint64_t bytes);
void wasmtime_config_parallel_compilation_set(wasm_config_t *config, bool on);
void wasmtime_config_wasm_threads_set(wasm_config_t *config, bool on);
void wasmtime_config_wasm_gc_set(wasm_config_t *config, bool on);
void wasmtime_config_gc_support_set(wasm_config_t *config, bool on);
void wasmtime_config_wasm_memory64_set(wasm_config_t *config, bool on);
void wasmtime_config_wasm_exceptions_set(wasm_config_t *config, bool on);
void wasmtime_config_wasm_stack_switching_set(wasm_config_t *config, bool on);
void wasmtime_config_wasm_custom_page_sizes_set(wasm_config_t *config, bool on);
void wasmtime_config_wasm_component_model_set(wasm_config_t *config, bool on);
void wasmtime_pooling_allocation_strategy_set(wasm_config_t *config,
                                              const wasmtime_pooling_allocation_config_t *pooling);
wasmtime_pooling_allocation_config_t *wasmtime_pooling_allocation_config_new(void);
void wasmtime_pooling_allocation_config_delete(wasmtime_pooling_allocation_config_t *own);
void wasmtime_pooling_allocation_config_total_core_instances_set(wasmtime_pooling_allocation_config_t *c, uint32_t n);
void wasmtime_pooling_allocation_config_total_memories_set(wasmtime_pooling_allocation_config_t *c, uint32_t n);
void wasmtime_pooling_allocation_config_total_tables_set(wasmtime_pooling_allocation_config_t *c, uint32_t n);
void wasmtime_pooling_allocation_config_total_stacks_set(wasmtime_pooling_allocation_config_t *c, uint32_t n);
void wasmtime_pooling_allocation_config_max_memories_per_module_set(wasmtime_pooling_allocation_config_t *c,
                                                                    uint32_t n);
void wasmtime_pooling_allocation_config_max_tables_per_module_set(wasmtime_pooling_allocation_config_t *c, uint32_t n);
void wasmtime_pooling_allocation_config_max_memory_size_set(wasmtime_pooling_allocation_config_t *c, size_t bytes);
void wasmtime_pooling_allocation_config_table_elements_set(wasmtime_pooling_allocation_config_t *c, size_t elements);
void wasmtime_pooling_allocation_config_max_unused_warm_slots_set(wasmtime_pooling_allocation_config_t *c, uint32_t n);
void wasmtime_pooling_allocation_config_linear_memory_keep_resident_set(wasmtime_pooling_allocation_config_t *c,
                                                                        size_t bytes);
void wasmtime_pooling_allocation_config_table_keep_resident_set(wasmtime_pooling_allocation_config_t *c, size_t bytes);
void wasmtime_pooling_allocation_config_async_stack_keep_resident_set(wasmtime_pooling_allocation_config_t *c,
                                                                      size_t bytes);

// Types
wasm_valtype_t *wasm_valtype_new(uint8_t kind);
void wasm_valtype_delete(wasm_valtype_t *own);
wasm_valtype_t *wasmtime_wasm_valtype_v128(void);
bool wasmtime_wasm_valtype_equal(const wasm_valtype_t *a, const wasm_valtype_t *b);
void wasm_valtype_vec_new(wasm_valtype_vec_t *out, size_t size, wasm_valtype_t *_Nonnull const *_Nullable own);
wasm_functype_t *wasm_functype_new(wasm_valtype_vec_t *own_parameters, wasm_valtype_vec_t *own_results);
void wasm_functype_delete(wasm_functype_t *own);
const wasm_valtype_vec_t *wasm_functype_params(const wasm_functype_t *type);
const wasm_valtype_vec_t *wasm_functype_results(const wasm_functype_t *type);
uint8_t wasm_externtype_kind(const wasm_externtype_t *type);
const wasm_functype_t *_Nullable wasm_externtype_as_functype_const(const wasm_externtype_t *type);
const wasm_memorytype_t *_Nullable wasm_externtype_as_memorytype_const(const wasm_externtype_t *type);
bool wasmtime_memorytype_maximum(const wasm_memorytype_t *type, uint64_t *maximum);
const wasm_byte_vec_t *wasm_importtype_module(const wasm_importtype_t *type);
const wasm_byte_vec_t *wasm_importtype_name(const wasm_importtype_t *type);
void wasm_importtype_vec_delete(wasm_importtype_vec_t *vec);
const wasm_byte_vec_t *wasm_exporttype_name(const wasm_exporttype_t *type);
const wasm_externtype_t *wasm_exporttype_type(const wasm_exporttype_t *type);
void wasm_exporttype_vec_delete(wasm_exporttype_vec_t *vec);

// Modules
wasmtime_error_t *_Nullable wasmtime_wat2wasm(const char *text, size_t length, wasm_byte_vec_t *out);
wasmtime_error_t *_Nullable wasmtime_module_validate(wasm_engine_t *engine, const uint8_t *_Nullable bytes,
                                                     size_t count);
wasmtime_error_t *_Nullable wasmtime_module_new(wasm_engine_t *engine, const uint8_t *_Nullable bytes, size_t count,
                                                wasmtime_module_t *_Nullable *_Nonnull out);
void wasmtime_module_delete(wasmtime_module_t *own);
void wasmtime_module_imports(const wasmtime_module_t *module, wasm_importtype_vec_t *out);
void wasmtime_module_exports(const wasmtime_module_t *module, wasm_exporttype_vec_t *out);
wasmtime_error_t *_Nullable wasmtime_module_serialize(wasmtime_module_t *module, wasm_byte_vec_t *out);
wasmtime_error_t *_Nullable wasmtime_module_deserialize_file(wasm_engine_t *engine, const char *path,
                                                             wasmtime_module_t *_Nullable *_Nonnull out);

// Stores
wasmtime_store_t *wasmtime_store_new(wasm_engine_t *engine, void *_Nullable data, tw_finalizer_t _Nullable finalizer);
void wasmtime_store_delete(wasmtime_store_t *own);
wasmtime_context_t *wasmtime_store_context(wasmtime_store_t *store);
void wasmtime_store_limiter(wasmtime_store_t *store, int64_t memory_bytes, int64_t table_elements, int64_t instances,
                            int64_t tables, int64_t memories);
void wasmtime_store_epoch_deadline_callback(wasmtime_store_t *store, tw_epoch_callback_t callback, void *_Nullable env,
                                            tw_finalizer_t _Nullable finalizer);
void *_Nullable wasmtime_context_get_data(const wasmtime_context_t *context);
void wasmtime_context_set_epoch_deadline(wasmtime_context_t *context, uint64_t ticks_beyond_current);
wasmtime_error_t *_Nullable wasmtime_context_set_wasi(wasmtime_context_t *context, wasi_config_t *own);

// WASI preview 1
wasi_config_t *wasi_config_new(void);
bool wasi_config_set_argv(wasi_config_t *config, size_t count, const char *_Nullable *_Nonnull arguments);
void wasi_config_inherit_stdin(wasi_config_t *config);
void wasi_config_set_stdin_bytes(wasi_config_t *config, wasm_byte_vec_t *own);
void wasi_config_set_stdout_custom(wasi_config_t *config, tw_output_callback_t callback, void *_Nullable env,
                                   tw_finalizer_t _Nullable finalizer);
void wasi_config_set_stderr_custom(wasi_config_t *config, tw_output_callback_t callback, void *_Nullable env,
                                   tw_finalizer_t _Nullable finalizer);

// Linker
wasmtime_linker_t *wasmtime_linker_new(wasm_engine_t *engine);
void wasmtime_linker_delete(wasmtime_linker_t *own);
void wasmtime_linker_allow_shadowing(wasmtime_linker_t *linker, bool on);
wasmtime_error_t *_Nullable wasmtime_linker_define_wasi(wasmtime_linker_t *linker);
wasmtime_error_t *_Nullable wasmtime_linker_define_func_unchecked(
    wasmtime_linker_t *linker, const char *module, size_t module_length, const char *name, size_t name_length,
    const wasm_functype_t *type, wasmtime_func_unchecked_callback_t callback, void *_Nullable env,
    tw_finalizer_t _Nullable finalizer);
wasmtime_error_t *_Nullable wasmtime_linker_define_async_func(
    wasmtime_linker_t *linker, const char *module, size_t module_length, const char *name, size_t name_length,
    const wasm_functype_t *type, wasmtime_func_async_callback_t callback, void *_Nullable env,
    tw_finalizer_t _Nullable finalizer);
bool wasmtime_linker_get(const wasmtime_linker_t *linker, wasmtime_context_t *context, const char *module,
                         size_t module_length, const char *name, size_t name_length, wasmtime_extern_t *out);
wasmtime_error_t *_Nullable wasmtime_linker_instantiate_pre(const wasmtime_linker_t *linker,
                                                            const wasmtime_module_t *module,
                                                            wasmtime_instance_pre_t *_Nullable *_Nonnull out);
void wasmtime_instance_pre_delete(wasmtime_instance_pre_t *own);

// Calls
wasmtime_call_future_t *wasmtime_instance_pre_instantiate_async(
    const wasmtime_instance_pre_t *pre, wasmtime_context_t *context, wasmtime_instance_t *instance,
    wasm_trap_t *_Nullable *_Nonnull trap, wasmtime_error_t *_Nullable *_Nonnull error);
wasmtime_call_future_t *wasmtime_func_call_async(
    wasmtime_context_t *context, const wasmtime_func_t *function, const wasmtime_val_t *_Nullable arguments,
    size_t argument_count, wasmtime_val_t *_Nullable results, size_t result_count,
    wasm_trap_t *_Nullable *_Nonnull trap, wasmtime_error_t *_Nullable *_Nonnull error);
bool wasmtime_call_future_poll(wasmtime_call_future_t *future);
void wasmtime_call_future_delete(wasmtime_call_future_t *own);
bool wasmtime_instance_export_get(wasmtime_context_t *context, const wasmtime_instance_t *instance, const char *name,
                                  size_t name_length, wasmtime_extern_t *out);
bool wasmtime_caller_export_get(wasmtime_caller_t *caller, const char *name, size_t name_length,
                                wasmtime_extern_t *out);
wasmtime_context_t *wasmtime_caller_context(wasmtime_caller_t *caller);
uint8_t *wasmtime_memory_data(const wasmtime_context_t *context, const wasmtime_memory_t *memory);
size_t wasmtime_memory_data_size(const wasmtime_context_t *context, const wasmtime_memory_t *memory);

#pragma clang assume_nonnull end

// Whether the loaded library is the pinned version: it has no version function, but exports one versioned symbol.
bool tw_wasmtime_is_pinned_version(void);

#endif
