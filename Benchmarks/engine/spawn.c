// The yardstick of `engine/spawn_call_drop`: the calls that one invocation makes, from C, with nothing around them.
//
//     spawn <module.wasm> <export> <calls> <calls before>
//
// Configuration, order of calls and timing follow Sources/WasmEngine and `tensor-wasm bench`; change them together.
// Prints the distribution as `tensor-wasm bench --output json` does.
#define _GNU_SOURCE
#include "CWasmtime.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SLOTS = 1, GUEST_STACK = 512 << 10, HOST_STACK = 1536 << 10, RESIDENT = 64 << 10 };
enum { MEMORY = 256 << 20, TABLE_ELEMENTS = 1 << 20, SLICE_TICKS = 2, YIELD = 1 };
static const long tick = 1000000;
static const uint64_t call_limit = 30000000000;

static void fail(const char *what) {
    fprintf(stderr, "spawn: %s\n", what);
    exit(1);
}

static void check(wasmtime_error_t *error) {
    if (!error) return;
    wasm_byte_vec_t text;
    wasmtime_error_message(error, &text);
    fprintf(stderr, "spawn: %.*s\n", (int)text.size, text.data);
    exit(1);
}

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static wasm_engine_t *make_engine(void) {
    wasm_config_t *config = wasm_config_new();
    wasmtime_config_epoch_interruption_set(config, true);
    wasmtime_config_max_wasm_stack_set(config, GUEST_STACK);
    wasmtime_config_async_stack_size_set(config, GUEST_STACK + HOST_STACK);
    wasmtime_config_memory_init_cow_set(config, true);
    wasmtime_config_parallel_compilation_set(config, false);
    wasmtime_config_wasm_threads_set(config, false);
    wasmtime_config_wasm_memory64_set(config, false);
    wasmtime_config_wasm_gc_set(config, false);
    wasmtime_config_gc_support_set(config, false);
    wasmtime_pooling_allocation_config_t *pool = wasmtime_pooling_allocation_config_new();
    wasmtime_pooling_allocation_config_total_core_instances_set(pool, SLOTS);
    wasmtime_pooling_allocation_config_total_memories_set(pool, SLOTS);
    wasmtime_pooling_allocation_config_total_tables_set(pool, SLOTS);
    wasmtime_pooling_allocation_config_total_stacks_set(pool, SLOTS);
    wasmtime_pooling_allocation_config_max_memories_per_module_set(pool, 1);
    wasmtime_pooling_allocation_config_max_tables_per_module_set(pool, 1);
    wasmtime_pooling_allocation_config_max_memory_size_set(pool, MEMORY);
    wasmtime_pooling_allocation_config_table_elements_set(pool, TABLE_ELEMENTS);
    wasmtime_pooling_allocation_config_linear_memory_keep_resident_set(pool, RESIDENT);
    wasmtime_pooling_allocation_config_table_keep_resident_set(pool, RESIDENT);
    wasmtime_pooling_allocation_config_async_stack_keep_resident_set(pool, RESIDENT);
    wasmtime_pooling_allocation_strategy_set(config, pool);
    wasmtime_pooling_allocation_config_delete(pool);
    wasm_engine_t *engine = wasm_engine_new_with_config(config);
    if (!engine) fail("the engine could not be made");
    return engine;
}

static void *advance_epoch(void *engine) {
    struct timespec next;
    clock_gettime(CLOCK_MONOTONIC, &next);
    for (;;) {
        next.tv_nsec += tick;
        if (next.tv_nsec >= 1000000000) next.tv_nsec -= 1000000000, next.tv_sec++;
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &next, NULL);
        wasmtime_engine_increment_epoch(engine);
    }
    return NULL;
}

// Compiled code is always mapped from a file: the memory image is then shared copy-on-write.
static wasmtime_module_t *load_module(wasm_engine_t *engine, const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail("the module cannot be read");
    static uint8_t bytes[4 << 20];
    size_t count = fread(bytes, 1, sizeof bytes, file);
    if (!feof(file)) fail("the module is too large");
    fclose(file);
    wasmtime_module_t *module;
    check(wasmtime_module_new(engine, bytes, count, &module));
    wasm_byte_vec_t artifact;
    check(wasmtime_module_serialize(module, &artifact));
    wasmtime_module_delete(module);
    char name[4096];
    snprintf(name, sizeof name, "%s.compiled.XXXXXX", path);
    int descriptor = mkstemp(name);
    if (descriptor < 0 || write(descriptor, artifact.data, artifact.size) != (ssize_t)artifact.size)
        fail("the compiled module cannot be written");
    close(descriptor);
    wasm_byte_vec_delete(&artifact);
    check(wasmtime_module_deserialize_file(engine, name, &module));
    unlink(name);
    return module;
}

static bool uses_wasi(const wasmtime_module_t *module) {
    static const char name[] = "wasi_snapshot_preview1";
    wasm_importtype_vec_t imports;
    wasmtime_module_imports(module, &imports);
    bool found = false;
    for (size_t index = 0; index < imports.size; index++) {
        const wasm_byte_vec_t *import = wasm_importtype_module(imports.data[index]);
        found |= import->size == strlen(name) && !memcmp(import->data, name, import->size);
    }
    wasm_importtype_vec_delete(&imports);
    return found;
}

static wasmtime_error_t *on_epoch(wasmtime_context_t *context, void *deadline, uint64_t *delta, uint8_t *kind) {
    if (now() >= *(uint64_t *)deadline) return wasmtime_error_new("stopped");
    *delta = SLICE_TICKS;
    *kind = YIELD;
    return NULL;
}

static void run(wasmtime_call_future_t *future, wasm_trap_t **trap, wasmtime_error_t **error) {
    while (!wasmtime_call_future_poll(future)) {}
    wasmtime_call_future_delete(future);
    check(*error);
    if (*trap) fail("the guest trapped");
}

static void call(wasm_engine_t *engine, const wasmtime_instance_pre_t *template, bool wasi, const char *export) {
    uint64_t deadline = now() + call_limit;
    wasm_trap_t *trap = NULL;
    wasmtime_error_t *error = NULL;
    wasmtime_store_t *store = wasmtime_store_new(engine, &deadline, NULL);
    wasmtime_context_t *context = wasmtime_store_context(store);
    wasmtime_store_epoch_deadline_callback(store, on_epoch, &deadline, NULL);
    wasmtime_context_set_epoch_deadline(context, 1);
    if (wasi) {
        wasi_config_t *config = wasi_config_new();
        wasi_config_set_argv(config, 1, &export);
        check(wasmtime_context_set_wasi(context, config));
    }
    wasmtime_instance_t instance;
    run(wasmtime_instance_pre_instantiate_async(template, context, &instance, &trap, &error), &trap, &error);
    wasmtime_extern_t function;
    if (!wasmtime_instance_export_get(context, &instance, export, strlen(export), &function)) fail("no such export");
    wasmtime_val_t results[1];
    run(wasmtime_func_call_async(context, &function.of.func, NULL, 0, results, 1, &trap, &error), &trap, &error);
    wasmtime_store_delete(store);
}

static int ascending(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

static double percentile(const uint64_t *sorted, size_t count, size_t percent) {
    size_t rank = (count * percent + 99) / 100;
    return (double)sorted[rank ? rank - 1 : 0] / 1000;
}

int main(int count, char **arguments) {
    if (count != 5) fail("usage: spawn <module.wasm> <export> <calls> <calls before>");
    size_t calls = strtoul(arguments[3], NULL, 10), before = strtoul(arguments[4], NULL, 10);
    wasm_engine_t *engine = make_engine();
    wasmtime_linker_t *linker = wasmtime_linker_new(engine);
    check(wasmtime_linker_define_wasi(linker));
    wasmtime_module_t *module = load_module(engine, arguments[1]);
    wasmtime_instance_pre_t *template;
    check(wasmtime_linker_instantiate_pre(linker, module, &template));
    pthread_t ticker;
    if (pthread_create(&ticker, NULL, advance_epoch, engine)) fail("no thread for the epoch");
    uint64_t *samples = calloc(calls, sizeof *samples);
    if (!samples || !calls) fail("no calls, or too many");
    bool wasi = uses_wasi(module);
    for (size_t index = 0; index < before; index++) call(engine, template, wasi, arguments[2]);
    for (size_t index = 0; index < calls; index++) {
        uint64_t start = now();
        call(engine, template, wasi, arguments[2]);
        samples[index] = now() - start;
    }
    qsort(samples, calls, sizeof *samples, ascending);
    printf("{\"export\":\"%s\",\"iterations\":%zu,\"warmup\":%zu,", arguments[2], calls, before);
    printf("\"p50_us\":%.3f,\"p95_us\":%.3f,", percentile(samples, calls, 50), percentile(samples, calls, 95));
    printf("\"p99_us\":%.3f,\"max_us\":%.3f}\n", percentile(samples, calls, 99), percentile(samples, calls, 100));
    return 0;
}
