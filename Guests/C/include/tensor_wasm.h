/// What a guest in C uses of TensorWasm: kernels, the call's input and output, time, memory.
///
/// C11 and nothing else, no C library underneath: clang with `--target=wasm32 -ffreestanding -nostdlib`. A function
/// that a guest does not call leaves no import in its module. What the host's functions mean is in docs/GUEST-ABI.md.
///
/// What can fail returns `TW_OK` or another `enum tw_code`; `tw_report` prints the host's reason.
#pragma once

#include <stddef.h>
#include <stdint.h>

#define TW_IMPORT(module, name) __attribute__((import_module(module), import_name(name)))
#define TW_EXPORT(name) __attribute__((export_name(name)))

// The host's functions as they are. Pointers and lengths are 32 bits wide.

#define TW_CUDA "wasi:cuda/host@0.2.0"

TW_IMPORT(TW_CUDA, "wasi_cuda_load_ptx")
int64_t tw_host_load_ptx(const void *ptx, uint32_t ptx_length, const void *entry, uint32_t entry_length);
TW_IMPORT(TW_CUDA, "wasi_cuda_launch")
int32_t tw_host_launch(
    int64_t kernel, uint32_t grid_x, uint32_t grid_y, uint32_t grid_z, uint32_t block_x, uint32_t block_y,
    uint32_t block_z, uint32_t shared_bytes, const void *arguments, uint32_t arguments_length);
TW_IMPORT(TW_CUDA, "wasi_cuda_sync")
int32_t tw_host_sync(void);
TW_IMPORT(TW_CUDA, "wasi_cuda_last_error_len")
int32_t tw_host_last_error_length(void);
TW_IMPORT(TW_CUDA, "wasi_cuda_last_error_copy")
int32_t tw_host_last_error_copy(void *destination, uint32_t capacity);
TW_IMPORT(TW_CUDA, "wasi_cuda_alloc")
int64_t tw_host_alloc(int64_t bytes);
TW_IMPORT(TW_CUDA, "wasi_cuda_free")
int32_t tw_host_free(int64_t handle);
TW_IMPORT(TW_CUDA, "wasi_cuda_memcpy_h2d")
int32_t tw_host_copy_in(int64_t handle, int64_t offset, const void *source, uint32_t length);
TW_IMPORT(TW_CUDA, "wasi_cuda_memcpy_d2h")
int32_t tw_host_copy_out(int64_t handle, int64_t offset, void *destination, uint32_t length);
TW_IMPORT(TW_CUDA, "wasi_cuda_device_attribute")
int64_t tw_host_device_attribute(int32_t attribute);

TW_IMPORT("wasi:tensor/host", "input-len")
uint32_t tw_host_input_length(void);
TW_IMPORT("wasi:tensor/host", "read-input")
int32_t tw_host_read_input(void *destination, uint32_t capacity);
TW_IMPORT("wasi:tensor/host", "read-input-at")
int32_t tw_host_read_input_at(uint32_t offset, void *destination, uint32_t capacity);
TW_IMPORT("wasi:tensor/host", "emit-chunk")
int32_t tw_host_emit_chunk(const void *bytes, uint32_t length);
TW_IMPORT("wasi:tensor/host", "flush")
int32_t tw_host_flush(void);

TW_IMPORT("wasi:scheduler/host@0.1.0", "yield")
int32_t tw_host_yield(void);
TW_IMPORT("wasi:scheduler/host@0.1.0", "deadline-remaining-ms")
uint32_t tw_host_deadline_remaining_ms(void);

/// One buffer of a WASI scatter/gather list.
struct tw_io_vector {
    const void *bytes;
    uint32_t length;
};

TW_IMPORT("wasi_snapshot_preview1", "fd_write")
uint16_t tw_host_fd_write(uint32_t descriptor, const struct tw_io_vector *vectors, uint32_t count, uint32_t *written);

/// What WASI's `poll_oneoff` waits for, here always a time.
struct tw_subscription {
    uint64_t user_data;
    uint32_t tag;
    uint32_t clock __attribute__((aligned(8)));
    uint64_t nanoseconds, precision;
    uint16_t is_absolute;
};

/// What it tells when that has come.
struct tw_event {
    uint64_t user_data;
    uint16_t error, type;
    uint64_t bytes;
    uint16_t flags;
};

_Static_assert(sizeof(struct tw_subscription) == 48 && sizeof(struct tw_event) == 32, "the layouts of WASI preview 1");

TW_IMPORT("wasi_snapshot_preview1", "poll_oneoff")
uint16_t tw_host_poll(const struct tw_subscription *what, struct tw_event *events, uint32_t count, uint32_t *ready);

// Output and input

enum { TW_STANDARD_OUTPUT = 1, TW_STANDARD_ERROR = 2, TW_PAGE = 65536 };

/// The number of bytes before the terminating zero.
static inline uint32_t tw_length(const char *text) {
    uint32_t length = 0;
    while (text[length] != 0) length++;
    return length;
}

/// Writes all `length` bytes; a host may take fewer at a time. Returns 0 when the stream takes no more.
static inline int tw_write(uint32_t descriptor, const void *bytes, uint32_t length) {
    const char *rest = bytes;
    while (length > 0) {
        struct tw_io_vector vector = {rest, length};
        uint32_t written = 0;
        if (tw_host_fd_write(descriptor, &vector, 1, &written) != 0 || written == 0 || written > length) return 0;
        rest += written;
        length -= written;
    }
    return 1;
}

/// Writes text to standard error, as far as that takes it.
static inline void tw_complain(const char *text) {
    tw_write(TW_STANDARD_ERROR, text, tw_length(text));
}

/// Says why on standard error and traps, so that the caller gets an error and not half an answer.
__attribute__((noreturn)) static inline void tw_fail(const char *reason) {
    tw_complain(reason);
    __builtin_trap();
}

/// Prints `length` bytes on standard output, or fails.
static inline void tw_print(const void *bytes, uint32_t length) {
    if (!tw_write(TW_STANDARD_OUTPUT, bytes, length)) tw_fail("standard output is closed\n");
}

/// Writes `number` in decimal to `digits` (room for 10) and returns how many digits that took.
static inline uint32_t tw_decimal(uint32_t number, char *digits) {
    char reversed[10];
    uint32_t count = 0;
    do {
        reversed[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    for (uint32_t index = 0; index < count; index++) digits[index] = reversed[count - 1 - index];
    return count;
}

/// Zeroed memory in new pages, aligned for every type; null when the host grants no more.
///
/// It is never given back: a call's instance and its memory go together. Each block takes whole pages of 64 KiB, so
/// this is for arrays, not for small things.
static inline void *tw_allocate(uint64_t bytes) {
    if (bytes > UINT32_MAX) return NULL;
    uint64_t pages = bytes == 0 ? 1 : (bytes + TW_PAGE - 1) / TW_PAGE;
    size_t first = __builtin_wasm_memory_grow(0, (size_t)pages);
    return first == SIZE_MAX ? NULL : (void *)(first * TW_PAGE);
}

/// The whole input in memory of its own, and its length; fails when it does not fit.
static inline const uint8_t *tw_input(uint32_t *length) {
    *length = tw_host_input_length();
    uint8_t *bytes = tw_allocate(*length);
    if (bytes == NULL) tw_fail("the input does not fit memory\n");
    if (tw_host_read_input(bytes, *length) != (int32_t)*length) tw_fail("the input could not be read\n");
    return bytes;
}

// Streaming and waiting

/// What the functions that stream return below zero.
enum tw_stream_code {
    /// The caller reads no stream of this call.
    TW_NO_STREAM = -1,
    /// More bytes than a call may stream.
    TW_NOT_SENT = -2,
    /// The caller has left. What remains is to clean up, quickly.
    TW_CLIENT_GONE = -3,
};

enum { TW_CHUNK = 65536 };

/// Sends bytes to the caller while the call runs, in chunks of at most `TW_CHUNK`; waits while the caller is slow.
/// Returns 0 or an `enum tw_stream_code`.
static inline int32_t tw_emit(const void *bytes, uint32_t length) {
    const char *rest = bytes;
    do {
        uint32_t count = length < TW_CHUNK ? length : TW_CHUNK;
        int32_t answer = tw_host_emit_chunk(rest, count);
        if (answer != 0) return answer;
        rest += count;
        length -= count;
    } while (length > 0);
    return 0;
}

/// Waits until everything emitted is on its way. Returns 0 or an `enum tw_stream_code`.
static inline int32_t tw_flush(void) {
    return tw_host_flush();
}

/// Waits; others run meanwhile. Returns early only when the call ends.
static inline void tw_sleep(uint32_t milliseconds) {
    struct tw_subscription time = {.clock = 1, .nanoseconds = milliseconds * UINT64_C(1000000)};
    struct tw_event event;
    uint32_t ready = 0;
    if (tw_host_poll(&time, &event, 1, &ready) != 0) tw_fail("the host has no clock\n");
}

// Codes and messages

/// What the functions of `wasi:cuda/host` return below zero.
enum tw_code {
    TW_OK = 0,
    TW_NOT_AVAILABLE = -1,
    TW_INVALID_POINTER = -2,
    TW_INVALID_KERNEL = -3,
    TW_MALFORMED_PTX = -4,
    TW_LAUNCH_FAILED = -5,
    TW_QUOTA_EXCEEDED = -6,
    TW_INTERNAL = -7,
    TW_INVALID_DIMENSIONS = -8,
    TW_INVALID_ARGUMENTS = -9,
    TW_KERNEL_ARGUMENTS_UNSUPPORTED = -10,
    TW_INVALID_HANDLE = -11,
};

/// The code's name in docs/GUEST-ABI.md.
static inline const char *tw_code_name(int32_t code) {
    switch (code) {
        case TW_OK: return "ok";
        case TW_NOT_AVAILABLE: return "not_available";
        case TW_INVALID_POINTER: return "invalid_pointer";
        case TW_INVALID_KERNEL: return "invalid_kernel";
        case TW_MALFORMED_PTX: return "malformed_ptx";
        case TW_LAUNCH_FAILED: return "launch_failed";
        case TW_QUOTA_EXCEEDED: return "quota_exceeded";
        case TW_INTERNAL: return "internal";
        case TW_INVALID_DIMENSIONS: return "invalid_dimensions";
        case TW_INVALID_ARGUMENTS: return "invalid_args";
        case TW_KERNEL_ARGUMENTS_UNSUPPORTED: return "kernel_args_unsupported";
        case TW_INVALID_HANDLE: return "invalid_handle";
        default: return "unknown";
    }
}

/// Copies the message of the last failure, not terminated, at most `capacity` bytes of it. Returns the bytes copied.
static inline uint32_t tw_message(char *destination, uint32_t capacity) {
    int32_t length = tw_host_last_error_length();
    if (length <= 0) return 0;
    uint32_t wanted = (uint32_t)length < capacity ? (uint32_t)length : capacity;
    int32_t copied = tw_host_last_error_copy(destination, wanted);
    return copied < 0 ? 0 : (uint32_t)copied < wanted ? (uint32_t)copied : wanted;
}

/// Prints `doing: name of the code: the host's message` on standard error. Returns the code, for the caller to pass on.
static inline int32_t tw_report(const char *doing, int32_t code) {
    char message[1024];
    uint32_t length = tw_message(message, sizeof message);
    tw_complain(doing);
    tw_complain(": ");
    tw_complain(tw_code_name(code));
    if (length > 0) tw_complain(": ");
    tw_write(TW_STANDARD_ERROR, message, length);
    tw_complain("\n");
    return code;
}

// Kernels

/// What to ask `tw_host_device_attribute` for.
enum tw_attribute {
    TW_KIND = 0,                  ///< 0: the CPU device, 1: a CUDA device
    TW_COMPUTE_CAPABILITY = 1,    ///< times ten
    TW_MULTIPROCESSORS = 2,
    TW_MOST_BLOCK_THREADS = 3,
    TW_MOST_SHARED_BYTES = 4,
    TW_WARP_SIZE = 5,
};

/// A kernel of this call's instance.
typedef struct {
    int64_t id;
} tw_kernel;

/// Memory of the device that stays there between launches; it belongs to this call's instance.
typedef struct {
    int64_t handle;
} tw_buffer;

/// Loads the kernel that `ptx` has under the name `entry`.
static inline int32_t tw_load(tw_kernel *kernel, const char *ptx, uint32_t ptx_length, const char *entry) {
    kernel->id = tw_host_load_ptx(ptx, ptx_length, entry, tw_length(entry));
    return kernel->id < 0 ? (int32_t)kernel->id : TW_OK;
}

enum {
    TW_MOST_ARGUMENTS = 128,
    /// A tag and two 64-bit values: a device buffer.
    TW_LONGEST_ARGUMENT = 17,
};

/// The arguments of a launch, in the order of the kernel's parameters. Begin with `{0}`, or set both counts to 0.
///
/// There is room for one record more than the host takes, so that it is the host that refuses too many, with its
/// message. What comes after that is left out.
typedef struct {
    uint32_t count;
    uint32_t length;
    uint8_t bytes[(TW_MOST_ARGUMENTS + 1) * TW_LONGEST_ARGUMENT];
} tw_arguments;

/// Begins a record with its tag. Returns 0 when the list is full already.
static inline int tw_begin_record(tw_arguments *arguments, uint8_t tag) {
    if (arguments->count > TW_MOST_ARGUMENTS) return 0;
    arguments->count++;
    arguments->bytes[arguments->length++] = tag;
    return 1;
}

/// Appends the `size` lowest bytes of `value` to the record, lowest first.
static inline void tw_append_value(tw_arguments *arguments, uint64_t value, uint32_t size) {
    for (uint32_t index = 0; index < size; index++) {
        arguments->bytes[arguments->length++] = (uint8_t)(value >> 8 * index);
    }
}

static inline void tw_pass_s32(tw_arguments *arguments, int32_t value) {
    if (tw_begin_record(arguments, 0x01)) tw_append_value(arguments, (uint32_t)value, 4);
}

static inline void tw_pass_s64(tw_arguments *arguments, int64_t value) {
    if (tw_begin_record(arguments, 0x02)) tw_append_value(arguments, (uint64_t)value, 8);
}

static inline void tw_pass_f32(tw_arguments *arguments, float value) {
    union {
        float value;
        uint32_t bits;
    } number = {value};
    if (tw_begin_record(arguments, 0x03)) tw_append_value(arguments, number.bits, 4);
}

static inline void tw_pass_f64(tw_arguments *arguments, double value) {
    union {
        double value;
        uint64_t bits;
    } number = {value};
    if (tw_begin_record(arguments, 0x04)) tw_append_value(arguments, number.bits, 8);
}

static inline void tw_pass_u32(tw_arguments *arguments, uint32_t value) {
    if (tw_begin_record(arguments, 0x05)) tw_append_value(arguments, value, 4);
}

static inline void tw_pass_u64(tw_arguments *arguments, uint64_t value) {
    if (tw_begin_record(arguments, 0x06)) tw_append_value(arguments, value, 8);
}

/// A pointer parameter: the kernel may read and write these bytes of this guest's memory.
static inline void tw_pass_window(tw_arguments *arguments, const void *start, uint32_t bytes) {
    if (!tw_begin_record(arguments, 0x07)) return;
    tw_append_value(arguments, (uintptr_t)start, 4);
    tw_append_value(arguments, bytes, 4);
}

/// A pointer parameter: the kernel may read and write this buffer, and gets the address of its byte `offset`.
static inline void tw_pass_buffer(tw_arguments *arguments, tw_buffer buffer, uint64_t offset) {
    if (!tw_begin_record(arguments, 0x08)) return;
    tw_append_value(arguments, (uint64_t)buffer.handle, 8);
    tw_append_value(arguments, offset, 8);
}

/// An extent in blocks or threads.
typedef struct {
    uint32_t x, y, z;
} tw_extent;

/// How many threads run a kernel, and what shared memory a block has beside what the kernel declares.
typedef struct {
    tw_extent grid, block;
    uint32_t shared_bytes;
} tw_shape;

/// How many groups of `size` cover `count`; `size` must not be 0.
static inline uint32_t tw_groups(uint32_t count, uint32_t size) {
    return count / size + (count % size != 0);
}

/// At least `width` × `height` threads in blocks of `block_width` × `block_height`. The kernel skips what is beyond.
static inline tw_shape tw_cover(uint32_t width, uint32_t height, uint32_t block_width, uint32_t block_height) {
    return (tw_shape){
        .grid = {tw_groups(width, block_width), tw_groups(height, block_height), 1},
        .block = {block_width, block_height, 1},
    };
}

/// Enqueues the kernel behind this instance's earlier launches. Until `tw_sync`, the memory passed to it is the kernel's.
static inline int32_t tw_launch(tw_kernel kernel, tw_shape shape, const tw_arguments *arguments) {
    tw_extent grid = shape.grid, block = shape.block;
    return tw_host_launch(
        kernel.id, grid.x, grid.y, grid.z, block.x, block.y, block.z, shape.shared_bytes, arguments->bytes,
        arguments->length);
}

/// Waits for all launches. Returns the code of the first that failed since the last time.
static inline int32_t tw_sync(void) {
    return tw_host_sync();
}

static inline int32_t tw_alloc(tw_buffer *buffer, uint64_t bytes) {
    buffer->handle = tw_host_alloc(bytes > INT64_MAX ? INT64_MAX : (int64_t)bytes);
    return buffer->handle < 0 ? (int32_t)buffer->handle : TW_OK;
}

static inline int32_t tw_free(tw_buffer buffer) {
    return tw_host_free(buffer.handle);
}

/// Copies into the buffer from its byte `offset` on, after all earlier launches.
static inline int32_t tw_copy_in(tw_buffer buffer, uint64_t offset, const void *source, uint32_t length) {
    return tw_host_copy_in(buffer.handle, (int64_t)offset, source, length);
}

/// Copies out of the buffer from its byte `offset` on, after all earlier launches.
static inline int32_t tw_copy_out(tw_buffer buffer, uint64_t offset, void *destination, uint32_t length) {
    return tw_host_copy_out(buffer.handle, (int64_t)offset, destination, length);
}
